using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.Monitoring;

/// <summary>A notice of the monitor as it stands in the journal.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MonitorNotice))]
internal sealed partial class MonitorNoticeJson : JsonSerializerContext
{
    public static byte[] Write(MonitorNotice notice) => JsonSerializer.SerializeToUtf8Bytes(notice, Default.MonitorNotice);

    public static MonitorNotice Read(Stream content) =>
        JsonSerializer.Deserialize(content, Default.MonitorNotice)
        ?? throw new FormatException("The notice in the journal is the JSON value null.");
}
