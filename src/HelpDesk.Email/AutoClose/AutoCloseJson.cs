using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.AutoClose;

/// <summary>A ticket that is to be closed as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AutoCloseRequest))]
internal sealed partial class AutoCloseJson : JsonSerializerContext
{
    public static byte[] Write(AutoCloseRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, Default.AutoCloseRequest);

    public static AutoCloseRequest Read(Stream content) =>
        JsonSerializer.Deserialize(content, Default.AutoCloseRequest)
        ?? throw new FormatException("The journal holds the JSON value null where a ticket to close was written.");
}
