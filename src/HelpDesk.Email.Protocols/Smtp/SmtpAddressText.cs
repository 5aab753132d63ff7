namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Addresses and texts as they stand in commands.</summary>
internal static class SmtpAddressText
{
    private const int Longest = 320;

    /// <summary>Whether an address can stand between angle brackets without ending the command or the path.</summary>
    public static bool IsSafe(string address) =>
        address.Length is > 0 and <= Longest
        && !address.Any(c => char.IsControl(c) || c is '<' or '>' or '\u2028' or '\u2029')
        && (!address.Contains(' ', StringComparison.Ordinal) || address.StartsWith('"'));

    /// <summary>Whether an address can be said to a server without SMTPUTF8.</summary>
    public static bool IsAscii(string address) => System.Text.Ascii.IsValid(address);

    /// <summary>A text as <c>xtext</c> (RFC 3461 section 4), at most 100 characters of it.</summary>
    public static string ToXText(string text)
    {
        var written = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            var octet = c is >= '!' and <= '~' ? c : '?';
            var piece = octet is '+' or '=' ? $"+{(int)octet:X2}" : octet.ToString();
            if (written.Length + piece.Length > 100)
            {
                break;
            }

            written.Append(piece);
        }

        return written.ToString();
    }
}
