using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Sqlite.Knowledge;

/// <summary>Makes queries of FTS5 of anybody's words: none of them is an operator, and there are never more than FTS5 likes.</summary>
internal static class FullTextQuery
{
    private const int MaxWords = 40;

    /// <summary>Any of the words of a text; <see langword="null"/> where it has none.</summary>
    public static string? Of(string text)
    {
        // A word has letters and digits alone, so nothing in it ends the quotation.
        var words = KnowledgeWords.Of(text, MaxWords);
        return words.Count == 0 ? null : string.Join(" OR ", words.Select(word => $"\"{word}\""));
    }
}
