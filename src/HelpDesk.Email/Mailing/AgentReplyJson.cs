using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>An agent's answer as it stands in the journal.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EmailAddressJsonConverter)])]
[JsonSerializable(typeof(AgentReply))]
internal sealed partial class AgentReplyJson : JsonSerializerContext
{
    public static byte[] Write(AgentReply reply) => JsonSerializer.SerializeToUtf8Bytes(reply, Default.AgentReply);

    public static AgentReply Read(Stream content) =>
        JsonSerializer.Deserialize(content, Default.AgentReply)
        ?? throw new FormatException("The answer in the journal is the JSON value null.");
}
