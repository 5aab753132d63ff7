using System.Text;

namespace HelpDesk.Email.Html.Tokens;

/// <summary>Decodes character references (WHATWG HTML, sections 13.2.5.72 to 13.2.5.80).</summary>
internal static class CharacterReference
{
    // What the numbers 0x80 to 0x9F mean: Windows-1252. A zero stands for itself.
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>Decodes the reference whose '&amp;' stands at <paramref name="at"/>.</summary>
    /// <param name="text">The text around it.</param>
    /// <param name="at">Where the '&amp;' is.</param>
    /// <param name="inAttribute">Whether the text is an attribute's value, where a name without a semicolon must not run on.</param>
    /// <param name="decoded">Room for at least two characters.</param>
    /// <param name="written">How many characters the reference stands for.</param>
    /// <returns>The length of the reference, or 0 if the '&amp;' is only itself.</returns>
    internal static int Decode(ReadOnlySpan<char> text, int at, bool inAttribute, Span<char> decoded, out int written)
    {
        written = 0;
        var rest = text[(at + 1)..];
        if (rest.Length == 0) return 0;
        if (rest[0] == '#') return DecodeNumber(rest, decoded, out written);

        var run = 0;
        while (run < rest.Length && run <= NamedReferences.LongestName && char.IsAsciiLetterOrDigit(rest[run])) run++;
        if (run < 2) return 0;

        var length = run;
        var found = run < rest.Length && rest[run] == ';' ? NamedReferences.Find(rest[..run]) : null;
        if (found is not null)
        {
            length++;
        }
        else
        {
            found = NamedReferences.FindLegacy(rest[..run], out length);
            if (found is null) return 0;
            if (inAttribute && length < rest.Length && (rest[length] == '=' || char.IsAsciiLetterOrDigit(rest[length]))) return 0;
        }

        found.CopyTo(decoded);
        written = found.Length;
        return length + 1;
    }

    private static int DecodeNumber(ReadOnlySpan<char> rest, Span<char> decoded, out int written)
    {
        written = 0;
        var isHex = rest.Length > 1 && rest[1] is 'x' or 'X';
        var at = isHex ? 2 : 1;
        var first = at;
        var number = 0;
        for (; at < rest.Length && (isHex ? char.IsAsciiHexDigit(rest[at]) : char.IsAsciiDigit(rest[at])); at++)
        {
            var digit = char.IsAsciiDigit(rest[at]) ? rest[at] - '0' : (rest[at] | 0x20) - 'a' + 10;
            number = Math.Min((number * (isHex ? 16 : 10)) + digit, 0x110000);
        }

        if (at == first) return 0;
        if (at < rest.Length && rest[at] == ';') at++;
        if (number is >= 0x80 and <= 0x9F && Windows1252[number - 0x80] != '\0') number = Windows1252[number - 0x80];
        var rune = Rune.TryCreate(number, out var valid) && number != 0 ? valid : Rune.ReplacementChar;
        written = rune.EncodeToUtf16(decoded);
        return at + 1;
    }
}
