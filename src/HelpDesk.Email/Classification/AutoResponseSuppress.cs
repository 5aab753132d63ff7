using System.Globalization;

namespace HelpDesk.Email.Classification;

/// <summary>X-Auto-Response-Suppress of MS-OXCMAIL: a list of names, or the sum of their numbers.</summary>
internal static class AutoResponseSuppress
{
    private const int OutOfOffice = 0x10;
    private const int AutoReply = 0x20;

    /// <summary>Whether the value forbids an automatic answer.</summary>
    public static bool Forbids(string value)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number == -1 || (number & (OutOfOffice | AutoReply)) != 0;
        }

        return value.Split(',', ';').Select(name => name.Trim())
            .Any(name => name.Equals("OOF", StringComparison.OrdinalIgnoreCase)
                || name.Equals("AutoReply", StringComparison.OrdinalIgnoreCase)
                || name.Equals("All", StringComparison.OrdinalIgnoreCase));
    }
}
