using System.Buffers;

namespace HelpDesk.Email.Bounces;

/// <summary>Finds what looks like an address in a line of text, in one pass.</summary>
internal static class AddressTokens
{
    private const int MaxLocal = 128;
    private const int MaxDomain = 255;

    private static readonly SearchValues<char> LocalCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~");

    private static readonly SearchValues<char> DomainCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    /// <summary>The addresses of a line, in order, with the range where each stands.</summary>
    public static IEnumerable<(string Address, int Start, int End)> Find(string line)
    {
        var from = 0;
        while (from < line.Length)
        {
            var at = line.IndexOf('@', from);
            if (at < 0)
            {
                yield break;
            }

            var start = StartOf(line, at, from);
            var end = EndOf(line, at);
            if (start < at && IsDomain(line.AsSpan(at + 1, end - at - 1)))
            {
                yield return (line[start..end], start, end);
            }

            from = Math.Max(end, at + 1);
        }
    }

    /// <summary>The address of a text that is nothing else, or <see langword="null"/>.</summary>
    public static string? Only(string text)
    {
        foreach (var (address, _, _) in Find(text))
        {
            return address;
        }

        return null;
    }

    private static int StartOf(string line, int at, int floor)
    {
        floor = Math.Max(floor, at - MaxLocal);
        if (at > floor && line[at - 1] == '"')
        {
            // A quoted local part may hold anything (RFC 5321 section 4.1.2).
            var open = at - 1 > floor ? line.LastIndexOf('"', at - 2, at - 1 - floor) : -1;
            return open < 0 ? at : open;
        }

        var start = at;
        while (start > floor && (LocalCharacters.Contains(line[start - 1]) || line[start - 1] > '\u007f' && char.IsLetterOrDigit(line[start - 1])))
        {
            start--;
        }

        // "To:'ann@example.test'" and "=ann@example.test": what opens a quotation is no part of the address.
        while (start < at && line[start] is '\'' or '`' or '.' or '*' or '=' or '|' or '#')
        {
            start++;
        }

        return start;
    }

    private static int EndOf(string line, int at)
    {
        var ceiling = Math.Min(line.Length, at + 1 + MaxDomain);
        var end = at + 1;
        while (end < ceiling && (DomainCharacters.Contains(line[end]) || line[end] > '\u007f' && char.IsLetterOrDigit(line[end])))
        {
            end++;
        }

        while (end > at + 1 && line[end - 1] is '.' or '-')
        {
            end--;
        }

        return end;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain) => domain.Length > 0 && domain[0] is not ('.' or '-');
}
