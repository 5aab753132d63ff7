namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Recognises requests to answer above a line, as help desks write them.</summary>
internal static class AnswerRequests
{
    private const int Longest = 120;
    private const int LongestBare = 60;

    private static readonly Phrases Requests = new(QuoteData.ByKind("quote-phrases.txt")["above"]);

    /// <summary>Whether the line may be a request, by its length and its outermost characters: the others need no closer look.</summary>
    internal static bool MayBe(ReadOnlySpan<char> line) => line.Length is >= 10 and <= Longest && (line.Length <= LongestBare || IsBetweenSigns(line));

    /// <summary>Whether the line is a request: between signs, or short and the first of its paragraph.</summary>
    internal static bool IsRequest(ReadOnlySpan<char> line, bool isFirst)
    {
        if (!MayBe(line)) return false;
        return (IsBetweenSigns(line) || (isFirst && line.Length <= LongestBare)) && Requests.AreIn(line);
    }

    private static bool IsBetweenSigns(ReadOnlySpan<char> line) => !char.IsLetterOrDigit(line[0]) && !char.IsLetterOrDigit(line[^1]);
}
