using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Json;

/// <summary>Lists as they stand in a column.</summary>
internal static class JsonText
{
    private const string Empty = "[]";

    public static string Of(IReadOnlyList<string> values) =>
        values.Count == 0 ? Empty : JsonSerializer.Serialize(values, JsonTextContext.Default.IReadOnlyListString);

    public static string Of(IReadOnlyList<OutboxRecipient> recipients) =>
        JsonSerializer.Serialize(recipients, JsonTextContext.Default.IReadOnlyListOutboxRecipient);

    public static IReadOnlyList<string> Strings(string text) =>
        text == Empty ? [] : JsonSerializer.Deserialize(text, JsonTextContext.Default.IReadOnlyListString) ?? [];

    public static IReadOnlyList<OutboxRecipient> Recipients(string text) =>
        JsonSerializer.Deserialize(text, JsonTextContext.Default.IReadOnlyListOutboxRecipient) ?? [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<OutboxRecipient>))]
internal sealed partial class JsonTextContext : JsonSerializerContext;
