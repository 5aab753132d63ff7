using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests.Patterns;

/// <summary>Compares JSON with what is expected of it; tests/Scenarios/README.md has the rules.</summary>
internal static class JsonPattern
{
    /// <summary>What does not match, one line each; none when all does.</summary>
    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path) => expected.ValueKind switch
    {
        JsonValueKind.Object when Operators(expected) is { Count: > 0 } found => found.SelectMany(each => OfOperator(each.Name, each.Value, actual, path)),
        JsonValueKind.Object => OfObject(expected, actual, path),
        JsonValueKind.Array => OfList(expected, actual, path),
        JsonValueKind.String when expected.GetString()!.StartsWith('~') => OfPart(expected.GetString()![1..], actual, path),
        _ => JsonElement.DeepEquals(expected, actual) ? [] : [$"{path} is {actual.GetRawText()}, expected is {expected.GetRawText()}."],
    };

    private static List<JsonProperty> Operators(JsonElement expected)
    {
        var members = expected.EnumerateObject().ToList();
        return members.TrueForAll(member => member.Name.StartsWith('$')) ? members : [];
    }

    private static IEnumerable<string> OfOperator(string name, JsonElement expected, JsonElement actual, string path)
    {
        var items = actual.ValueKind == JsonValueKind.Array ? actual.EnumerateArray().ToList() : null;
        return name switch
        {
            "$not" => Matches(expected, actual) ? [$"{path} is {actual.GetRawText()}, and must not match {expected.GetRawText()}."] : [],
            _ when items is null => [$"{path} is {actual.GetRawText()}, expected is a list."],
            "$has" => expected.EnumerateArray()
                .Where(wanted => !items.Exists(item => Matches(wanted, item)))
                .Select(wanted => $"{path} has nothing that matches {wanted.GetRawText()}: {actual.GetRawText()}"),
            "$none" => items.Where(item => Matches(expected, item)).Select(item => $"{path} has {item.GetRawText()}, and nothing in it may match {expected.GetRawText()}."),
            _ => throw new FormatException($"{path}: there is no '{name}'."),
        };
    }

    private static IEnumerable<string> OfObject(JsonElement expected, JsonElement actual, string path)
    {
        if (actual.ValueKind != JsonValueKind.Object)
        {
            return [$"{path} is {actual.GetRawText()}, expected is an object."];
        }

        return expected.EnumerateObject().SelectMany(member => actual.TryGetProperty(member.Name, out var value)
            ? Differences(member.Value, value, $"{path}.{member.Name}")
            : [$"{path} has no member '{member.Name}'."]);
    }

    private static IEnumerable<string> OfList(JsonElement expected, JsonElement actual, string path)
    {
        if (actual.ValueKind != JsonValueKind.Array || actual.GetArrayLength() != expected.GetArrayLength())
        {
            return [$"{path} is {actual.GetRawText()}, expected is {expected.GetRawText()}."];
        }

        return expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]"));
    }

    private static IEnumerable<string> OfPart(string part, JsonElement actual, string path) =>
        actual.ValueKind == JsonValueKind.String && actual.GetString()!.Contains(part, StringComparison.Ordinal)
            ? []
            : [$"{path} is {actual.GetRawText()}, expected is a text with '{part}' in it."];

    private static bool Matches(JsonElement expected, JsonElement actual) => !Differences(expected, actual, "$").Any();
}
