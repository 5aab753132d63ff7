using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>Results as JSON, without reflection.</summary>
internal static class TicketJson
{
    public static string Write(ApplyResult result) => JsonSerializer.Serialize(result, TicketJsonContext.Default.ApplyResult);

    public static ApplyResult Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TicketJsonContext.Default.ApplyResult)
                ?? throw new FormatException("The text is the JSON value null, not the result of a change.");
        }
        catch (JsonException e)
        {
            throw new FormatException("The text is not the result of a change.", e);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EmailAddressJsonConverter)])]
[JsonSerializable(typeof(ApplyResult))]
internal sealed partial class TicketJsonContext : JsonSerializerContext;
