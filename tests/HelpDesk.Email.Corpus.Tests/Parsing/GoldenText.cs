namespace HelpDesk.Email.Corpus.Tests.Parsing;

/// <summary>Compares texts with those that another parser gave, and says where that parser's own habits don't count.</summary>
internal static class GoldenText
{
    private const char Unknown = '\ufffd';

    /// <summary>
    /// Whether a text is the expected one, white space apart. Where the other parser puts U+FFFD, it had an octet of a charset
    /// that nobody named; to know the letter is not worse.
    /// </summary>
    public static bool Same(string? expected, string? actual)
    {
        var wanted = OneBlank(expected);
        var given = OneBlank(actual);
        return (wanted.Length == given.Length && !wanted.Where((c, i) => c != Unknown && c != given[i]).Any()) || OneUnknown(wanted) == OneUnknown(given);
    }

    // How many of them stand for octets that mean nothing is each decoder's own choice.
    private static string OneUnknown(string text) => string.Concat(text.Where((c, i) => c != Unknown || i == 0 || text[i - 1] != Unknown));

    /// <summary>Whether a text stands in another, white space apart.</summary>
    public static bool Holds(string text, string piece) => OneBlank(text).Contains(OneBlank(piece), StringComparison.Ordinal);

    /// <summary>A text without the uuencoded files in it: the other parser leaves them there, here they are attachments.</summary>
    public static string WithoutFiles(string text)
    {
        var kept = new List<string>();
        var inFile = false;
        foreach (var line in text.Split('\n'))
        {
            inFile |= line.StartsWith("begin 6", StringComparison.Ordinal);
            if (!inFile)
            {
                kept.Add(line);
            }

            inFile &= line.TrimEnd() != "end";
        }

        return string.Join('\n', kept);
    }

    private static string OneBlank(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
