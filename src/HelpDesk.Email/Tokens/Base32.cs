using System.Diagnostics.CodeAnalysis;

namespace HelpDesk.Email.Tokens;

/// <summary>RFC 4648 base 32 in lower case and without padding: survives mail systems that change the case of addresses.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Encode(ReadOnlySpan<byte> octets)
    {
        var text = new char[(octets.Length * 8 + 4) / 5];
        var bits = 0;
        var buffer = 0;
        var at = 0;
        foreach (var octet in octets)
        {
            buffer = (buffer << 8) | octet;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[at++] = Alphabet[(buffer >> bits) & 31];
            }

            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text[at] = Alphabet[(buffer << (5 - bits)) & 31];
        }

        return new string(text);
    }

    /// <summary>Decodes what <see cref="Encode"/> writes and nothing else: one value has one text.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? octets)
    {
        octets = null;
        var result = new byte[text.Length * 5 / 8];
        var bits = 0;
        var buffer = 0;
        var at = 0;
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                result[at++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        if (bits >= 5 || buffer != 0)
        {
            return false;
        }

        octets = result;
        return true;
    }
}
