using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.Cli.Output;

/// <summary>Writes an object as one line of JSON.</summary>
internal static class JsonLine
{
    // What the encoder relaxes matters to JSON inside of HTML alone.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task WriteAsync<T>(TextWriter output, T line, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(line, Options).AsMemory(), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
