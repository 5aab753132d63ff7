namespace HelpDesk.Email.InMemory.Knowledge;

/// <summary>Pieces of articles to show.</summary>
internal static class Excerpts
{
    private const int MaxLength = 300;
    private const int Before = 60;

    /// <summary>One line from about the first of the words on, or from the beginning.</summary>
    public static string Of(string text, IReadOnlyList<string> words)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var first = words.Select(word => line.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var start = first <= Before ? 0 : line.IndexOf(' ', first - Before) is >= 0 and var space && space < first ? space + 1 : first;
        var piece = (start > 0 ? "…" : string.Empty) + line[start..];
        return piece.Length <= MaxLength ? piece : string.Concat(piece.AsSpan(0, MaxLength - 1).TrimEnd(), "…");
    }
}
