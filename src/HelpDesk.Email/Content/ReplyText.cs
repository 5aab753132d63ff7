using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Content;

/// <summary>Tells the reply from what it quotes, in plain text. Linear; never loses a line.</summary>
/// <remarks>
/// The cut is made at the first line that begins quoted history. Quoted lines with an answer below them stay: the answer
/// would mean nothing without them. When nothing would remain, the whole text is the reply.
/// </remarks>
internal static class ReplyText
{
    public static ReplyParts Split(string text, ReplyParsingOptions options)
    {
        var lines = text.Split('\n');
        var cut = FindCut(lines, options);
        var body = lines.AsSpan(0, cut);
        var quoted = Join(lines.AsSpan(cut));

        // Trailing quoted lines are history; quoted lines with text below them belong to the answer.
        var end = TrimQuoteTail(body);
        if (end < body.Length)
        {
            quoted = Join(lines.AsSpan(end));
            body = body[..end];
        }

        var signature = string.Empty;
        if (options.CutSignatures && FindSignature(body) is var start and >= 0)
        {
            signature = Join(body[start..]);
            body = body[..start];
        }

        var reply = Join(body);
        return reply.Length == 0 && signature.Length == 0 ? new ReplyParts(text.Trim(), string.Empty, string.Empty) : new ReplyParts(reply, quoted, signature);
    }

    private static int FindCut(string[] lines, ReplyParsingOptions options)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsDelimiter(lines[i], options) || QuoteIntroductions.IsSeparator(lines[i]))
            {
                return i;
            }

            if (QuoteIntroductions.HeaderBlockAt(lines, i))
            {
                return i;
            }

            // An attribution counts only where a quotation follows; below it an answer may still stand.
            var length = QuoteIntroductions.AttributionAt(lines, i);
            if (length > 0 && OnlyQuotesFollow(lines, i + length))
            {
                return i;
            }
        }

        return lines.Length;
    }

    private static bool IsDelimiter(string line, ReplyParsingOptions options)
    {
        var trimmed = line.Trim().TrimStart('>', ' ');
        return trimmed.Length > 0 && options.Delimiters.Any(delimiter => trimmed.Equals(delimiter.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    private static bool OnlyQuotesFollow(string[] lines, int from)
    {
        var quotes = false;
        for (var i = from; i < lines.Length; i++)
        {
            if (IsQuoted(lines[i]))
            {
                quotes = true;
            }
            else if (lines[i].AsSpan().Trim().Length > 0)
            {
                // Without a single quoted line the client quotes by nothing but the attribution.
                return !quotes;
            }
        }

        return true;
    }

    private static int TrimQuoteTail(ReadOnlySpan<string> lines)
    {
        var end = lines.Length;
        var sawQuote = false;
        while (end > 0 && (lines[end - 1].AsSpan().Trim().Length == 0 || IsQuoted(lines[end - 1])))
        {
            sawQuote |= IsQuoted(lines[end - 1]);
            end--;
        }

        return sawQuote ? end : lines.Length;
    }

    private static int FindSignature(ReadOnlySpan<string> lines)
    {
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (lines[i] is "-- " or "--" or "— ")
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsQuoted(string line) => line.AsSpan().TrimStart().StartsWith(">", StringComparison.Ordinal);

    private static string Join(ReadOnlySpan<string> lines) => string.Join('\n', lines!).Trim('\n', '\r', ' ', '\t');
}
