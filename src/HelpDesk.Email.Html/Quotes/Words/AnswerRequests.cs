using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Finds requests to answer above a line, as help desks write them, in a whole text at once.</summary>
internal static class AnswerRequests
{
    private const int ShortestPiece = 10;

    private static readonly string[] Phrases = [.. QuoteData.ByKind("quote-phrases.txt")["above"].Distinct(StringComparer.OrdinalIgnoreCase)];
    private static readonly SearchValues<string> Whole = SearchValues.Create(Phrases, StringComparison.OrdinalIgnoreCase);

    // A search for ASCII alone is many times faster; where it finds something, the whole phrase is looked for.
    private static readonly SearchValues<string> Pieces = SearchValues.Create([.. Phrases.Select(LongestAscii).Where(piece => piece.Length >= ShortestPiece)], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Others = SearchValues.Create([.. Phrases.Where(phrase => LongestAscii(phrase).Length < ShortestPiece)], StringComparison.OrdinalIgnoreCase);

    /// <summary>Where something like a request stands, or the length of the text.</summary>
    internal static int Next(ReadOnlySpan<char> text, int from)
    {
        var rest = text[from..];
        var found = rest.IndexOfAny(Pieces);
        if (found < 0) found = rest.Length;
        if (IsOtherScript(rest[..found]) && rest[..found].IndexOfAny(Others) is >= 0 and var other) found = other;
        return from + found;
    }

    /// <summary>Whether the line is a request.</summary>
    internal static bool IsIn(ReadOnlySpan<char> line) => line.Length <= 120 && line.ContainsAny(Whole);

    // Beyond the Latin letters and this side of the typographic signs.
    private static bool IsOtherScript(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0370', '\u1FFF') || text.ContainsAnyInRange('\u3000', '\uFFEF');

    private static string LongestAscii(string phrase)
    {
        var best = string.Empty;
        var piece = new StringBuilder();
        foreach (var c in phrase + '\u0080')
        {
            if (char.IsAscii(c))
            {
                piece.Append(c);
                continue;
            }

            if (piece.Length > best.Length) best = piece.ToString();
            piece.Clear();
        }

        return best;
    }
}
