using System.Globalization;
using System.Text;

namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>Texts as a column can hold them: PostgreSQL has no NUL and no half of a surrogate pair, and mail has both.</summary>
internal static class StoredText
{
    // Private use: stands before 0 (a NUL), 1 (itself) and the four digits of half a pair.
    private const char Escape = '\uE0F0';

    public static string Encode(string text)
    {
        var first = FirstToEscape(text);
        if (first < 0)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i) && i + 1 < text.Length)
            {
                encoded.Append(text[i]).Append(text[++i]);
            }
            else if (char.IsSurrogate(text[i]))
            {
                encoded.Append(Escape).Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                _ = text[i] switch
                {
                    '\0' => encoded.Append(Escape).Append('0'),
                    Escape => encoded.Append(Escape).Append('1'),
                    var plain => encoded.Append(plain),
                };
            }
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        var at = text.IndexOf(Escape, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            if (text[at] != Escape)
            {
                decoded.Append(text[at++]);
                continue;
            }

            var isHalf = text[at + 1] == 'D';
            decoded.Append(text[at + 1] switch
            {
                '0' => '\0',
                '1' => Escape,
                _ => (char)int.Parse(text.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            });
            at += isHalf ? 5 : 2;
        }

        return decoded.ToString();
    }

    private static int FirstToEscape(string text)
    {
        var first = text.AsSpan().IndexOfAny('\0', Escape);
        var surrogate = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        return first < 0 ? surrogate : surrogate < 0 ? first : Math.Min(first, surrogate);
    }
}
