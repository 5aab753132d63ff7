using System.Text;

namespace HelpDesk.Email.Protocols.Imap.Writing;

/// <summary>The names of folders in ASCII (RFC 3501 section 5.1.3). Linear.</summary>
internal static class ModifiedUtf7
{
    /// <summary>A name as it goes over the wire.</summary>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            if (IsPlain(name[at]))
            {
                encoded.Append(name[at] == '&' ? "&-" : name[at].ToString());
                at++;
                continue;
            }

            var start = at;
            while (at < name.Length && !IsPlain(name[at]))
            {
                at++;
            }

            encoded.Append('&')
                .Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[start..at])).TrimEnd('=').Replace('/', ','))
                .Append('-');
        }

        return encoded.ToString();
    }

    /// <summary>A name as people write it; one that is not well-formed stays as it came.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isUtf8">Whether it is no modified UTF-7 at all.</param>
    public static string Decode(string name, bool isUtf8 = false)
    {
        if (isUtf8)
        {
            return name;
        }

        var decoded = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] != '&')
            {
                decoded.Append(name[at]);
                continue;
            }

            var end = name.IndexOf('-', at);
            if (end < 0 || !TryDecode(name.AsSpan(at + 1, end - at - 1), decoded))
            {
                return name;
            }

            at = end;
        }

        // Another spelling of the same name would not come back to the server as it was.
        var text = decoded.ToString();
        return Encode(text) == name ? text : name;
    }

    private static bool IsPlain(char character) => character is >= ' ' and <= '~';

    private static bool TryDecode(ReadOnlySpan<char> base64, StringBuilder decoded)
    {
        if (base64.IsEmpty)
        {
            decoded.Append('&');
            return true;
        }

        var padded = base64.ToString().Replace(',', '/') + "==="[..((4 - (base64.Length % 4)) % 4)];
        var octets = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, octets, out var length) || length % 2 != 0)
        {
            return false;
        }

        decoded.Append(Encoding.BigEndianUnicode.GetString(octets, 0, length));
        return true;
    }
}
