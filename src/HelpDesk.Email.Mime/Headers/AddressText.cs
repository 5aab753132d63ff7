using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Brings the text of one address into its plain form.</summary>
internal static class AddressText
{
    /// <summary>Leaves comments and the white space about dots and the at sign out.</summary>
    /// <returns>False when white space stands where none may, so that taking it out would make another address.</returns>
    public static bool Compact(ReadOnlySpan<byte> text, ref PooledOctets address)
    {
        var depth = 0;
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            var octet = text[i];
            if (octet == '(')
            {
                depth++;
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
                space = true;
            }
            else
            {
                if (space && address.Count > 0 && !Joins(address.Written[^1]) && !Joins(octet))
                    return false;
                space = false;
                address.Append(octet);
                if (octet == '"')
                    i = AppendQuoted(text, i, ref address);
            }
        }

        return true;
    }

    /// <summary>Takes the quotes off a local part that needs none (RFC 5321 section 4.1.2).</summary>
    public static string WithoutNeedlessQuotes(string address)
    {
        if (address[0] != '"')
            return address;
        var close = address.LastIndexOf("\"@", StringComparison.Ordinal);
        if (close <= 1)
            return address;
        var local = address.AsSpan(1, close - 1);
        return IsDotAtom(local) ? string.Concat(local, address.AsSpan(close + 1)) : address;
    }

    /// <summary>Whether text may stand as a local part without quotes; characters beyond ASCII count as letters (RFC 6532).</summary>
    public static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '.' || text[^1] == '.' || text.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var c in text)
        {
            if (c != '.' && !IsAtomText(c))
                return false;
        }

        return true;
    }

    public static bool IsAtomText(char c) => char.IsAsciiLetterOrDigit(c) || c >= 0xA0 || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool Joins(byte octet) => octet is (byte)'.' or (byte)'@';

    private static int AppendQuoted(ReadOnlySpan<byte> text, int i, ref PooledOctets address)
    {
        for (i++; i < text.Length; i++)
        {
            address.Append(text[i]);
            if (text[i] == '\\' && i + 1 < text.Length)
                address.Append(text[++i]);
            else if (text[i] == '"')
                return i;
        }

        return i;
    }
}
