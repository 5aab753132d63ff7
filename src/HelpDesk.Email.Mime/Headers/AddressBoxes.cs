using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Makes mailboxes of what an address list holds between its commas.</summary>
internal static class AddressBoxes
{
    /// <summary>A mailbox with its address in angle brackets.</summary>
    public static MailAddressBox? Angled(ReadOnlySpan<byte> angle, ReadOnlySpan<byte> phrase, ReadOnlySpan<byte> comment, string? defaultCharset)
    {
        var address = Address(angle, defaultCharset);
        var name = Name(phrase, defaultCharset) ?? Name(comment, defaultCharset);
        if (address is null && name is null)
            name = Name(angle, defaultCharset) ?? "<>";
        return new MailAddressBox(address, name);
    }

    /// <summary>A mailbox without angle brackets: an address, perhaps with words about it, or just words.</summary>
    public static MailAddressBox? Bare(ReadOnlySpan<byte> text, ReadOnlySpan<byte> comment, string? defaultCharset)
    {
        text = text.Trim(" \t"u8);
        if (text.IsEmpty)
            return null;
        if (FindAddress(text, out var start, out var end))
        {
            var address = Address(text[start..end], defaultCharset);
            if (address is not null)
            {
                var before = Name(Unquote(text[..start]), defaultCharset);
                var after = Name(Unquote(text[end..]), defaultCharset);
                var name = Name(comment, defaultCharset) ?? before ?? after;
                return new MailAddressBox(address, name);
            }
        }

        var words = Name(Unquote(text), defaultCharset);
        return words is null ? null : new MailAddressBox(null, words);
    }

    /// <summary>Finds the last at sign outside quotes and comments and what belongs to it on both sides.</summary>
    private static bool FindAddress(ReadOnlySpan<byte> text, out int start, out int end)
    {
        start = end = 0;
        var at = -1;
        var localStart = 0;
        var tokenStart = 0;
        var inToken = false;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var octet = text[i];
            if (octet == '(')
            {
                depth++;
                inToken = false;
            }
            else if (octet == ')' && depth > 0)
            {
                depth--;
            }
            else if (depth > 0)
            {
                i += octet == '\\' ? 1 : 0;
            }
            else if (octet is (byte)' ' or (byte)'\t')
            {
                inToken = false;
            }
            else if (octet == '@')
            {
                at = i;
                localStart = tokenStart;
            }
            else
            {
                if (!inToken)
                    tokenStart = i;
                inToken = true;
                if (octet == '"' && !SkipQuoted(text, ref i))
                    return false;
            }
        }

        if (at <= 0 || at + 1 >= text.Length)
            return false;
        start = localStart;
        end = DomainEnd(text, at + 1);
        return start < at;
    }

    /// <summary>Where a domain ends; blanks about its dots are obsolete, but allowed (RFC 5322 section 4.4).</summary>
    private static int DomainEnd(ReadOnlySpan<byte> text, int from)
    {
        var end = from;
        while (true)
        {
            var next = end;
            while (next < text.Length && (text[next] is (byte)' ' or (byte)'\t'))
                next++;
            if (next == text.Length || text[next] == '(' || (next > end && end > from && text[next] != '.' && text[end - 1] != '.'))
                return end;
            end = next;
            while (end < text.Length && !(text[end] is (byte)' ' or (byte)'\t' or (byte)'('))
                end++;
        }
    }

    private static bool SkipQuoted(ReadOnlySpan<byte> text, ref int i)
    {
        for (i++; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return true;
        }

        return false;
    }

    /// <summary>An address without white space, comments, controls, source route and needless quotes, or null.</summary>
    private static string? Address(ReadOnlySpan<byte> text, string? defaultCharset)
    {
        text = text.Trim(" \t"u8);
        if (text.StartsWith("@"u8) && text.IndexOf((byte)':') is var colon && colon >= 0)
            text = text[(colon + 1)..];
        if (text.Length > 7 && System.Text.Ascii.EqualsIgnoreCase(text[..7], "mailto:"))
            text = text[7..];
        var buffer = new PooledOctets(text.Length);
        var sound = AddressText.Compact(text, ref buffer);
        var address = sound ? HeaderText.Strip(TextDecoding.DecodeHeader(buffer.Written, defaultCharset)) : "";
        buffer.Dispose();
        if (address.Length == 0 || address[0] == '@' || address[^1] == '@')
            return null;
        return AddressText.WithoutNeedlessQuotes(address);
    }

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t"u8);
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' && !text[1..^1].Contains((byte)'"') ? text[1..^1] : text;
    }

    private static string? Name(ReadOnlySpan<byte> text, string? defaultCharset)
    {
        text = text.Trim(" \t"u8);
        if (text.IsEmpty)
            return null;
        var name = HeaderText.Clean(EncodedWords.Decode(text, defaultCharset)).Trim(' ');
        return name.Length == 0 ? null : name;
    }
}
