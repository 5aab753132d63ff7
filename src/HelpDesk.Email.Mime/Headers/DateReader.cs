using System.Buffers;
using System.Globalization;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Takes a date apart word by word: each word says by its own form what it is.</summary>
internal ref struct DateReader(ReadOnlySpan<char> text)
{
    private const int MostWords = 24;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,;\"<>");
    private ReadOnlySpan<char> _rest = text;
    private int _day;
    private int _month;
    private int _year = -1;
    private TimeSpan? _time;
    private TimeSpan? _offset;
    private bool _zoneNamed;
    private bool _afternoon;
    private bool _morning;

    public bool TryRead(out DateTimeOffset date)
    {
        date = default;
        for (var words = 0; words < MostWords && NextWord(out var word); words++)
            Take(word);
        if (_day == 0 || _month == 0 || _year < 0 || _year > 9998)
            return false;

        var time = _time ?? TimeSpan.Zero;
        if (_afternoon && time.Hours < 12)
            time += TimeSpan.FromHours(12);
        if (_morning && time.Hours == 12)
            time -= TimeSpan.FromHours(12);
        if (_year == 0 || _day > DateTime.DaysInMonth(_year, _month))
            return false;
        var local = new DateTime(_year, _month, _day, 0, 0, 0, DateTimeKind.Unspecified) + time;
        var offset = _offset ?? TimeSpan.Zero;
        if (local.Ticks - offset.Ticks < DateTime.MinValue.Ticks || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
            offset = TimeSpan.Zero;
        date = new DateTimeOffset(local, offset);
        return true;
    }

    private bool NextWord(out ReadOnlySpan<char> word)
    {
        _rest = _rest.TrimStart(" \t\r\n,;\"<>");
        var end = _rest.IndexOfAny(WordEnds);
        if (end < 0)
            end = _rest.Length;
        word = _rest[..end];
        _rest = _rest[end..];
        return end > 0;
    }

    private void Take(ReadOnlySpan<char> word)
    {
        if (word[0] is '+' or '-' && _time is not null)
            TakeOffset(word);
        else if (word.Contains(':'))
            TakeTime(word);
        else if (char.IsAsciiDigit(word[0]))
            TakeNumber(word);
        else
            TakeName(word);
    }

    private void TakeNumber(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny('-', '/', '.') > 0)
        {
            TakeDate(word);
            return;
        }

        var digits = DateWords.Digits(word);
        if (!int.TryParse(word[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return;
        if (_day == 0 && digits <= 2 && number is >= 1 and <= 31)
            _day = number;
        else if (_year < 0 && digits <= 4)
            _year = DateWords.Year(number, digits);
        else if (_time is null && digits == 4 && number / 100 < 24 && number % 100 < 60)
            _time = new TimeSpan(number / 100, number % 100, 0);
    }

    private void TakeDate(ReadOnlySpan<char> word)
    {
        var clock = word.IndexOf('T');
        if (clock > 7 && char.IsAsciiDigit(word[clock - 1]))
        {
            TakeTime(word[(clock + 1)..]);
            word = word[..clock];
        }

        Span<Range> ranges = stackalloc Range[4];
        if (_day != 0 || word.SplitAny(ranges, "-/.") < 3)
            return;
        var first = word[ranges[0]];
        var second = word[ranges[1]];
        var third = word[ranges[2]];
        var named = DateWords.Month(second);
        if (!DateWords.Number(first, out var a) || !DateWords.Number(third, out var c) || (named == 0 && !DateWords.Number(second, out named)))
            return;
        var month = named;
        if (first.Length == 4)
        {
            SetDate(a, month, c, first.Length);
        }
        else if (month > 12 && a <= 12)
        {
            // The American order: month, day, year. Where both could be meant, the day comes first.
            SetDate(c, a, month, third.Length);
        }
        else
        {
            SetDate(c, month, a, third.Length);
        }
    }

    private void SetDate(int year, int month, int day, int yearDigits)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return;
        _year = DateWords.Year(year, yearDigits);
        _month = month;
        _day = day;
    }

    private void TakeTime(ReadOnlySpan<char> word)
    {
        var date = word.IndexOf('T');
        if (date > 7 && _day == 0)
        {
            TakeDate(word);
            return;
        }

        if (_time is not null)
            return;
        var zone = word.IndexOfAny("+-Zz");
        if (zone > 0)
        {
            TakeClock(word[..zone]);
            if (_time is not null)
                TakeOffset(word[zone..]);
            return;
        }

        TakeClock(word);
    }

    private void TakeClock(ReadOnlySpan<char> word)
    {
        Span<Range> ranges = stackalloc Range[5];
        var count = word.SplitAny(ranges, ":.");
        if (!DateWords.Number(word[ranges[0]], out var hours) || hours > 24)
            return;
        var minutes = 0;
        var seconds = 0;
        if (count > 1 && !DateWords.LeadingNumber(word[ranges[1]], out minutes))
            return;
        if (count > 2 && !DateWords.LeadingNumber(word[ranges[2]], out seconds))
            seconds = 0;
        if (minutes > 59 || hours == 24 && minutes > 0)
            return;
        _time = new TimeSpan(hours % 24, minutes, Math.Min(seconds, 59));
        if (word.EndsWith("PM", StringComparison.OrdinalIgnoreCase))
            _afternoon = true;
        else if (word.EndsWith("AM", StringComparison.OrdinalIgnoreCase))
            _morning = true;
    }

    private void TakeOffset(ReadOnlySpan<char> word)
    {
        if (_offset is not null && !_zoneNamed)
            return;
        if (word[0] is 'Z' or 'z')
        {
            _offset = TimeSpan.Zero;
            return;
        }

        if (DateWords.Offset(word, out var offset))
        {
            _offset = offset;
            _zoneNamed = false;
        }
    }

    private void TakeName(ReadOnlySpan<char> word)
    {
        var month = DateWords.Month(word);
        if (month != 0 && _month == 0)
        {
            _month = month;
            return;
        }

        if (word.Equals("PM", StringComparison.OrdinalIgnoreCase))
            _afternoon = true;
        else if (word.Equals("AM", StringComparison.OrdinalIgnoreCase))
            _morning = true;
        else if (_time is not null && _offset is null && DateWords.Zone(word, out var offset))
            (_offset, _zoneNamed) = (offset, true);
    }
}
