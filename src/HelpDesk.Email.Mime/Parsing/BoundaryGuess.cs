using System.Text;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Parsing;

/// <summary>Finds what must be the boundary of a multipart though its header names another, or none that comes.</summary>
internal static class BoundaryGuess
{
    private const int Sight = 1024;
    private const int Longest = 200;

    /// <summary>The first line of two hyphens and a word that a Content field follows.</summary>
    public static byte[]? Find(OctetSource multipart)
    {
        using var window = new OctetWindow(multipart);
        var lineStart = true;
        while (true)
        {
            window.Ensure(Sight);
            var unread = window.Unread;
            if (lineStart && unread.StartsWith("--"u8) && Boundary(unread[..Math.Min(unread.Length, Sight)]) is { } boundary)
                return boundary;
            var next = unread.IndexOf("\n--"u8);
            lineStart = next >= 0;
            if (lineStart)
            {
                window.Advance(next + 1);
                continue;
            }

            if (window.HasAll)
                return null;
            window.Advance(Math.Max(0, unread.Length - 2));
            if (!window.Fill())
                return null;
        }
    }

    private static byte[]? Boundary(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        if (end < 0)
            return null;
        var word = text[2..end].TrimEnd("\r \t"u8);
        var next = text[(end + 1)..];
        if (word.IsEmpty || word.Length > Longest || word.IndexOfAny(" \t"u8) >= 0 || next.Length < 8 || !Ascii.EqualsIgnoreCase(next[..8], "content-"))
            return null;
        return word.ToArray();
    }
}
