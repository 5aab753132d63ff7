namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>Numbers of IMAP: digits alone.</summary>
internal static class ImapNumber
{
    /// <summary>Reads a number from 0 to 2^63 - 1: no sign, no point, no white space.</summary>
    public static bool TryParse(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        if (digits.IsEmpty || digits.Length > 40)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9' || number > (long.MaxValue - (digit - '0')) / 10)
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
