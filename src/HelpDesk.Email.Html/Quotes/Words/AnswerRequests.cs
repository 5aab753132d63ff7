namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Recognises requests to answer above a line, as help desks write them.</summary>
internal static class AnswerRequests
{
    private const int Longest = 120;
    private const int LongestBare = 60;

    private static readonly Phrases Requests = new(QuoteData.ByKind("quote-phrases.txt")["above"]);

    /// <summary>Whether the line is a request: between signs, or short and the first of its paragraph.</summary>
    internal static bool IsRequest(ReadOnlySpan<char> line, bool isFirst)
    {
        if (line.Length is < 10 or > Longest) return false;
        var isBetweenSigns = !char.IsLetterOrDigit(line[0]) && !char.IsLetterOrDigit(line[^1]);
        return (isBetweenSigns || (isFirst && line.Length <= LongestBare)) && Requests.AreIn(line);
    }
}
