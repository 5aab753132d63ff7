using System.Globalization;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Composition;

/// <summary>Words of others in a header: one line, and nothing that turns the direction of what stands beside them.</summary>
internal static class HeaderWords
{
    /// <summary>The words without controls, line ends of any script and marks that embed or override a direction; <see langword="null"/> when nothing is left.</summary>
    public static string? Clean(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        if (!words.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return words.Trim();
        }

        var cleaned = string.Create(words.Length, words, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = IsForbidden(source[i]) ? ' ' : source[i];
            }
        }).Trim();
        return cleaned.Length == 0 ? null : cleaned;
    }

    /// <summary>
    /// Whether programs read an address each in their own way: one with characters that nobody sees, or one that looks like an
    /// encoded-word (RFC 2047), which many decode there although none may stand in an address.
    /// </summary>
    public static bool IsMisread(EmailAddress address) =>
        address.Address.Contains("=?", StringComparison.Ordinal) || address.Address.Any(c => c > '~' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
