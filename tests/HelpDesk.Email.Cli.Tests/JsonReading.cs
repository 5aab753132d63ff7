using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests;

/// <summary>Short ways into a line.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static IEnumerable<string?> Texts(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(item => item.GetString());

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];

    public static bool IsNull(this JsonElement element, string name) => element.GetProperty(name).ValueKind == JsonValueKind.Null;
}
