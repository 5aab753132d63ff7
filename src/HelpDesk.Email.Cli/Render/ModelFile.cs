using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Settings;

namespace HelpDesk.Email.Cli.Render;

/// <summary>The file behind <c>--model</c>: a JSON object becomes the dictionary that a template gets.</summary>
internal static class ModelFile
{
    /// <exception cref="UsageException">The file can't be read, or is no JSON object.</exception>
    public static async Task<IReadOnlyDictionary<string, object?>> ReadAsync(string path, CancellationToken cancellationToken) =>
        Members(await SettingsJson.ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false));

    private static Dictionary<string, object?> Members(JsonObject from) =>
        from.ToDictionary(member => member.Key, member => Value(member.Value), StringComparer.Ordinal);

    // Recursion is bounded: the JSON reader takes no more than 64 levels.
    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => Members(members),
        JsonArray items => items.Select(Value).ToArray(),
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        JsonValue value when value.TryGetValue<double>(out var number) => number,
        _ => node.GetValue<string>(),
    };
}
