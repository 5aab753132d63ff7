using System.Globalization;
using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime;

/// <summary>
/// Reads and writes the dates of mail (RFC 5322 sections 3.3 and 4.3). Reading takes the obsolete and the merely wrong forms
/// too, in linear time; thread-safe.
/// </summary>
public static class MailDates
{
    private const int Longest = 256;

    /// <summary>Reads a date.</summary>
    /// <param name="text">A date such as <c>Fri, 21 Nov 2025 09:55:06 -0600</c>; also with named zones, without seconds or zone, with
    /// comments, with two-digit years, month before day, or as ISO 8601.</param>
    /// <param name="date">The date; UTC where no zone is known.</param>
    /// <returns>Whether day, month and year were found.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date) {
        if (text.Length > Longest)
            text = text[..Longest];
        if (!text.Contains('(') && !text.Contains(" :", StringComparison.Ordinal) && !text.Contains(": ", StringComparison.Ordinal))
            return new DateReader(text).TryRead(out date);
        Span<char> plain = stackalloc char[Longest];
        return new DateReader(WithoutComments(text, plain)).TryRead(out date);
    }

    /// <summary>Writes a date in the form of RFC 5322 section 3.3, to the second, with its offset.</summary>
    /// <param name="date">The date.</param>
    /// <returns>Text such as <c>Sat, 21 Nov 2026 10:00:00 +0100</c>.</returns>
    public static string Format(DateTimeOffset date)
    {
        var offset = date.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{date:ddd, dd MMM yyyy HH:mm:ss} {sign}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");
    }

    /// <summary>Takes comments out, and the white space that obsolete dates have about their colons.</summary>
    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        var depth = 0;
        foreach (var c in text)
        {
            if (c == '(')
                depth++;
            else if (c == ')' && depth > 0)
                depth--;
            else if (depth == 0 && !(c is ' ' or '\t' && length > 0 && plain[length - 1] == ':'))
                plain[length++] = c;
            if (depth > 0 || c is ')')
                continue;
            if (c == ':')
            {
                var digits = plain[..(length - 1)].TrimEnd(" \t");
                plain[digits.Length] = ':';
                length = digits.Length + 1;
            }
        }

        return plain[..length];
    }
}
