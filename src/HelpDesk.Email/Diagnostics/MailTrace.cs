using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Diagnostics;

/// <summary>Reads and writes the trace that stands in a row of the journal.</summary>
public static class MailTrace
{
    /// <summary>The lines of a trace, the oldest first; none for a row that has none.</summary>
    /// <param name="trace">The value of <see cref="Storage.JournalEntry.Trace"/>.</param>
    /// <exception cref="FormatException">The text is no trace.</exception>
    public static IReadOnlyList<TraceLine> Read(string? trace)
    {
        if (string.IsNullOrEmpty(trace))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize(trace, MailTraceJson.Default.TraceLineArray) ?? [];
        }
        catch (JsonException e)
        {
            throw new FormatException("The text is not the trace of a mail.", e);
        }
    }

    internal static string Write(IEnumerable<TraceLine> lines) =>
        JsonSerializer.Serialize([.. lines], MailTraceJson.Default.TraceLineArray);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TraceLine[]))]
internal sealed partial class MailTraceJson : JsonSerializerContext;
