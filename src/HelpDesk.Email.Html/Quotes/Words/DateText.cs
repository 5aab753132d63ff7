namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Recognises days and times in a line, whatever the language writes around the digits.</summary>
internal static class DateText
{
    /// <summary>Whether there is a year (2026), a day in digits (5/1/26) or a time of day (14:10).</summary>
    internal static bool IsIn(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsDigit(line[i]))
            {
                i++;
                continue;
            }

            var end = EndOfDigits(line, i);
            if (end - i == 4 && IsYear(line[i..end])) return true;
            if (end - i <= 2 && end + 1 < line.Length && char.IsDigit(line[end + 1]) && (line[end] is ':' or 'h' || IsDay(line, end))) return true;
            i = end;
        }

        return false;
    }

    /// <summary>Whether there is a time of day with a colon: 14:10.</summary>
    internal static bool HasTime(ReadOnlySpan<char> line)
    {
        for (var colon = line.IndexOf(':'); colon >= 0 && colon + 2 < line.Length;)
        {
            if (colon > 0 && char.IsDigit(line[colon - 1]) && char.IsDigit(line[colon + 1]) && char.IsDigit(line[colon + 2])) return true;
            line = line[(colon + 1)..];
            colon = line.IndexOf(':');
        }

        return false;
    }

    /// <summary>Whether the line begins with year, month and day in digits: 2026-01-05, 2026/1/5, 2026. 1. 5., 2026年1月5日.</summary>
    /// <param name="line">The line.</param>
    /// <param name="rest">Where what follows the day begins.</param>
    internal static bool BeginsWithDay(ReadOnlySpan<char> line, out int rest)
    {
        rest = 0;
        for (var field = 0; field < 3; field++)
        {
            var end = EndOfDigits(line, rest);
            if (field == 0 ? end - rest != 4 || !IsYear(line[..end]) : end - rest is not (1 or 2)) return false;
            rest = end;
            if (field == 2) break;
            if (rest >= line.Length || line[rest] is not ('-' or '/' or '.' or '年' or '月')) return false;
            rest++;
            if (rest < line.Length && line[rest] == ' ') rest++;
        }

        return true;
    }

    // 5.1.26 and 17.50; but neither the version 1.2 nor the amount 1.500.
    private static bool IsDay(ReadOnlySpan<char> line, int separator)
    {
        if (line[separator] is not ('.' or '/' or '-')) return false;
        var end = EndOfDigits(line, separator + 1);
        if (end - separator > 3) return false;
        return (line[separator] == '.' && end - separator == 3) || (end + 1 < line.Length && line[end] == line[separator] && char.IsDigit(line[end + 1]));
    }

    // In Arabic digits any four will do.
    private static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', '9', >= '7', _] or ['2', '0', _, _] or [> '\u0600', _, _, _];

    private static int EndOfDigits(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsDigit(line[at])) at++;
        return at;
    }
}
