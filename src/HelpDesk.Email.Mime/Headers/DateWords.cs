using System.Collections.Frozen;
using System.Globalization;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>The words and numbers of dates.</summary>
internal static class DateWords
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    // RFC 5322 section 4.3, and the zones that senders name though it never allowed them. A name of several zones is left out.
    private static readonly FrozenDictionary<string, int> Zones = new Dictionary<string, int>
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0,
        ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300, ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420,
        ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600, ["NST"] = -210, ["NDT"] = -150, ["AST"] = -240, ["ADT"] = -180, ["BRT"] = -180,
        ["BST"] = 60, ["WEST"] = 60, ["CET"] = 60, ["MET"] = 60, ["MEZ"] = 60, ["CEST"] = 120, ["MEST"] = 120, ["MESZ"] = 120, ["EET"] = 120,
        ["EEST"] = 180, ["MSK"] = 180, ["SAST"] = 120, ["PKT"] = 300, ["HKT"] = 480, ["SGT"] = 480, ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540,
        ["AEST"] = 600, ["AEDT"] = 660, ["ACST"] = 570, ["ACDT"] = 630, ["NZST"] = 720, ["NZDT"] = 780,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The month that a word begins with, or zero.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return 0;
        for (var i = 0; i < 12; i++)
        {
            if (word.StartsWith(Months.AsSpan(i * 3, 3), StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }

        return 0;
    }

    public static int Digits(ReadOnlySpan<char> word)
    {
        var end = word.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? word.Length : end;
    }

    public static bool Number(ReadOnlySpan<char> word, out int number) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && word.Length <= 4;

    public static bool LeadingNumber(ReadOnlySpan<char> word, out int number) => Number(word[..Digits(word)], out number);

    /// <summary>The year that was meant (RFC 5322 section 4.3).</summary>
    public static int Year(int number, int digits) => digits switch
    {
        <= 2 => number < 50 ? 2000 + number : 1900 + number,
        3 => 1900 + number,
        _ => number,
    };

    /// <summary>An offset: +0100, +01:00, +1, -530.</summary>
    public static bool Offset(ReadOnlySpan<char> word, out TimeSpan offset)
    {
        offset = default;
        var negative = word[0] == '-';
        var digits = word[1..];
        int hours;
        var minutes = 0;
        var colon = digits.IndexOf(':');
        if (colon >= 0)
        {
            if (!Number(digits[..colon], out hours) || !LeadingNumber(digits[(colon + 1)..], out minutes))
                return false;
        }
        else
        {
            var count = Digits(digits);
            if (count is 0 or > 4 || !Number(digits[..count], out hours))
                return false;
            if (count > 2)
                (hours, minutes) = (hours / 100, hours % 100);
        }

        // Nowhere on earth is further from Greenwich than fourteen hours; an offset beyond is a mistake and counts as none.
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
            return true;
        offset = new TimeSpan(hours, minutes, 0);
        if (negative)
            offset = -offset;
        return true;
    }

    public static bool Zone(ReadOnlySpan<char> word, out TimeSpan offset)
    {
        var sign = word.IndexOfAny('+', '-');
        if (sign > 0)
            return Offset(word[sign..], out offset);
        var known = Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var minutes);
        offset = TimeSpan.FromMinutes(minutes);
        return known;
    }
}
