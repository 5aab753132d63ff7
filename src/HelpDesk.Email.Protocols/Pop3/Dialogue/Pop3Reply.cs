namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The first line of an answer (RFC 1939 section 3, RFC 2449 section 8, RFC 5034).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The response code in upper case, for instance <c>IN-USE</c>; empty when there is none.</param>
/// <param name="Text">What stands behind.</param>
internal sealed record Pop3Reply(Pop3ReplyKind Kind, string Code, string Text)
{
    /// <summary>Reads a line.</summary>
    /// <returns>The reply; <see langword="null"/> when the line is none.</returns>
    public static Pop3Reply? TryParse(string line)
    {
        if (line == "+" || line.StartsWith("+ ", StringComparison.Ordinal))
        {
            return new(Pop3ReplyKind.Continue, string.Empty, line[1..].Trim());
        }

        if (IsWord(line, "+OK"))
        {
            return new(Pop3ReplyKind.Ok, string.Empty, line[3..].Trim());
        }

        if (!IsWord(line, "-ERR"))
        {
            return null;
        }

        var text = line[4..].Trim();
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return end < 0
            ? new(Pop3ReplyKind.Error, string.Empty, text)
            : new(Pop3ReplyKind.Error, text[1..end].ToUpperInvariant(), text[(end + 1)..].Trim());
    }

    private static bool IsWord(string line, string word) =>
        line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (line.Length == word.Length || line[word.Length] == ' ');
}
