using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Email.Cli.Models;

/// <summary>Reads JSON as the values that a template has: text, numbers, truth values, lists and dictionaries.</summary>
internal static class ModelJson
{
    public static IReadOnlyDictionary<string, object?> Read(JsonNode? node) =>
        node is JsonObject source ? Members(source) : new Dictionary<string, object?>(StringComparer.Ordinal);

    // The reader of JSON bounds how deep it is.
    private static Dictionary<string, object?> Members(JsonObject source) =>
        source.ToDictionary(member => member.Key, member => Value(member.Value), StringComparer.Ordinal);

    private static object? Value(JsonNode? node) => node switch
    {
        JsonObject source => Members(source),
        JsonArray list => list.Select(Value).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetValue<long>(out var whole) ? whole : (object)value.GetValue<decimal>(),
            _ => value.GetValue<string>(),
        },
        _ => null,
    };
}
