using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>What a host asks for as it stands in the journal; files stand beside it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EmailAddressJsonConverter), typeof(PlainValues)])]
[JsonSerializable(typeof(AgentReply))]
[JsonSerializable(typeof(TicketNotice))]
[JsonSerializable(typeof(TemplateMail))]
[JsonSerializable(typeof(StoredReadyMail))]
internal sealed partial class HostRequestJson : JsonSerializerContext
{
    public static T Read<T>(Stream json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new FormatException("What the host asked for stands in the journal as the JSON value null.");
}
