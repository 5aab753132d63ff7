namespace HelpDesk.Email.Screening;

/// <summary>The items of a list in the settings, with commas between them.</summary>
internal static class FilterItems
{
    /// <summary>The fewest characters of an item: a single one would be in nearly everything.</summary>
    public const int Shortest = 2;

    public static IReadOnlyList<string> Of(string? text) =>
        (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
