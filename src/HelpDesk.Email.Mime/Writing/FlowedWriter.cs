using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>
/// Breaks long lines so that a reader of format=flowed joins them again (RFC 3676 section 4.2). Lines that start with <c>&gt;</c> are
/// quotations and stay as they are, but for breaking.
/// </summary>
internal static class FlowedWriter
{
    private const int Longest = 78;
    private const int Wanted = 74;

    /// <summary>Makes flowed text of text with <c>\n</c> line ends; the result has them too.</summary>
    public static string Flow(string text)
    {
        var flowed = new StringBuilder(text.Length + (text.Length / 32));
        var rest = text.AsSpan();
        while (true)
        {
            var end = rest.IndexOf('\n');
            AppendLine(flowed, end < 0 ? rest : rest[..end]);
            if (end < 0)
                return flowed.ToString();
            flowed.Append('\n');
            rest = rest[(end + 1)..];
        }
    }

    private static void AppendLine(StringBuilder flowed, ReadOnlySpan<char> line)
    {
        var depth = line.IndexOfAnyExcept('>');
        if (depth < 0)
            depth = line.Length;
        var content = line[depth..];
        // A space at the end would join this line to the next; only the mark of a signature is known to mean itself.
        if (!IsSignature(content) && !(depth > 0 && content.StartsWith(' ') && IsSignature(content[1..])))
            line = line.TrimEnd(' ');
        // Where the marks alone fill half a line, breaking gains nothing.
        var breakable = depth < Wanted / 2;
        var first = true;
        while (true)
        {
            var length = line.Length <= Longest || !breakable ? line.Length : BreakAt(line, first ? depth : 0);
            AppendPiece(flowed, line[..length], depth, first);
            line = line[length..];
            if (line.IsEmpty)
                return;
            flowed.Append('\n');
            first = false;
        }
    }

    private static void AppendPiece(StringBuilder flowed, ReadOnlySpan<char> piece, int depth, bool first)
    {
        if (!first && depth > 0)
            flowed.Append('>', depth).Append(' ');
        else if (piece.StartsWith(' ') || piece.StartsWith("From ", StringComparison.Ordinal) || (!first && piece.StartsWith('>')))
            flowed.Append(' ');
        flowed.Append(piece);
    }

    /// <summary>Where to break: behind the last blank in reach, else behind the first one, else nowhere.</summary>
    private static int BreakAt(ReadOnlySpan<char> line, int from)
    {
        var best = line.Length;
        for (var i = from + 1; i < line.Length; i++)
        {
            if (line[i - 1] != ' ' || line[i] == ' ' || IsSignature(line[from..i].TrimStart(' ')))
                continue;
            // Behind the marks of a quotation nothing may stand alone: it would be another line.
            if (line[from..i].IsWhiteSpace())
                continue;
            if (i > Wanted)
                return best < line.Length ? best : i;
            best = i;
        }

        return best;
    }

    private static bool IsSignature(ReadOnlySpan<char> content) => content is "-- ";
}
