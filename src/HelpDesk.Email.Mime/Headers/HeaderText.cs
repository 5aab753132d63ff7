using System.Buffers;
using System.Text;
using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Unfolds header values and takes out what must not live in them.</summary>
internal static class HeaderText
{
    // C0, DEL, C1, the two Unicode line ends, and the byte order mark, which is no character of a header.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 32).Append(127).Concat(Enumerable.Range(128, 32)).Append(0x2028).Append(0x2029).Append(0xfeff).Select(c => (char)c)));

    /// <summary>Removes line ends (RFC 5322 section 2.2.3) and outer white space; the white space of the folding stays.</summary>
    public static ReadOnlySpan<byte> Unfold(ReadOnlySpan<byte> value, ref PooledOctets buffer)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.IndexOfAny((byte)'\r', (byte)'\n') < 0)
            return value;
        var room = buffer.Reserve(value.Length);
        var written = 0;
        while (!value.IsEmpty)
        {
            var end = value.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
                end = value.Length;
            value[..end].CopyTo(room[written..]);
            written += end;
            value = value[Math.Min(value.Length, end + 1)..];
        }

        return room[..written];
    }

    /// <summary>Makes text fit for one line: runs of line ends and tabs become one space, other controls go.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var inBreak = false;
        foreach (var c in text)
        {
            if (c is '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' or '\v' or '\f')
            {
                if (!inBreak)
                    clean.Append(' ');
                inBreak = true;
            }
            else if (!Controls.Contains(c))
            {
                clean.Append(c);
                inBreak = false;
            }
        }

        return clean.ToString();
    }

    /// <summary>Removes every control character and leaves no gap; for what names a mailbox or a message.</summary>
    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Controls.Contains(c))
                clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>The value as a person reads it: unfolded, encoded-words decoded, without controls.</summary>
    public static string Decode(ReadOnlySpan<byte> value, MailReadingLimits limits)
    {
        var buffer = new PooledOctets(0);
        var decoded = EncodedWords.Decode(Unfold(value, ref buffer), limits.DefaultCharset, limits.MaxEncodedWords);
        buffer.Dispose();
        return Clean(decoded).Trim(' ');
    }

    /// <summary>The value as it stands, unfolded.</summary>
    public static string Raw(ReadOnlySpan<byte> value, string? defaultCharset)
    {
        var buffer = new PooledOctets(0);
        var raw = TextDecoding.DecodeHeader(Unfold(value, ref buffer), defaultCharset);
        buffer.Dispose();
        return raw;
    }
}
