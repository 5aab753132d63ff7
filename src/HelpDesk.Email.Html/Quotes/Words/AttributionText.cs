using System.Buffers;

namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Reads lines that say who wrote what is quoted below: "On ... Ann wrote:".</summary>
internal static class AttributionText
{
    private const int Shortest = 12;
    private const int Longest = 400;

    // How far behind an address the verb may end, and how much of a line its end is.
    private const int Tail = 28;

    // In a line that begins as a sentence may begin, too, the date follows soon.
    private const int DateReach = 40;

    // An address may come with its mark-up: &lt;ann@example.test&gt;.
    private static readonly SearchValues<char> Opening = SearchValues.Create("<&");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u06F0\u06F1\u06F2\u06F3\u06F4\u06F5\u06F6\u06F7\u06F8\u06F9");
    private static readonly SearchValues<char> Wrapping = SearchValues.Create("-_*~\u2013\u2014 ");

    /// <summary>Whether a line may end an attribution, by its outermost characters: the others need no closer look.</summary>
    internal static bool MayEnd(ReadOnlySpan<char> line) =>
        line.Length > 0 && (LineReader.IsColon(line[^1]) || char.IsDigit(line[0]) || Wrapping.Contains(line[0]) || line.Contains('@'));

    /// <summary>Whether the text by itself, without a quotation that could be seen, says that one follows.</summary>
    internal static bool Introduces(ReadOnlySpan<char> text)
    {
        text = Unwrapped(text);
        if (text.Length is < Shortest or > Longest) return false;
        var hasColon = LineReader.IsColon(text[^1]);
        var hasDate = DateText.IsIn(text);
        var at = text.LastIndexOf('@');
        if (!hasColon) return hasDate && (IntroducesWithoutColon(text, at) || IsDayZoneAndName(text));
        var words = text[..^1].TrimEnd();
        var behind = at < 0 ? [] : BehindBrackets(words, at);
        if (!hasDate) return behind.Length is > 0 and <= Tail && QuotePhrases.HasVerb(behind);
        if (at >= 0 && words.Length - words.LastIndexOfAny(">;") <= 2 && words[..at].ContainsAny(Opening)) return true;

        // The verb mostly stands at the end, and there are few words to look at there.
        return ((QuotePhrases.HasVerb(behind) || QuotePhrases.HasVerb(text)) && (at >= 0 || char.IsDigit(text[0]) || Opens(text) || IsDayTimeAndVerb(words))) || IsDayZoneAndName(words);
    }

    /// <summary>Whether the line introduces the quotation that can be seen right below it.</summary>
    internal static bool MayIntroduce(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > Longest) return false;
        var ends = LineReader.IsColon(line[^1]) || (line[0] == '[' && line[^1] == ']') || (line[^1] is '-' or '>' && line.Length > 20);
        if (QuotePhrases.HasVerb(line)) return ends || DateText.IsIn(line) || line.Contains('@');
        return ends && DateText.IsIn(line) && (line.Contains('@') || (DateText.HasTime(line) && QuotePhrases.HasWeakVerb(line)));
    }

    /// <summary>Whether the line begins as those do that introduce a quotation.</summary>
    internal static bool BeginsWithDate(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("-* ");
        return line.Length is > 0 and <= 200 && (Opens(line) || DateText.IsIn(line[..Math.Min(line.Length, 30)]));
    }

    /// <summary>Whether an attribution can't have begun above: it opens as one does, or has both date and address.</summary>
    internal static bool IsWhole(ReadOnlySpan<char> text) => text.Contains('@') || QuotePhrases.Opens(text.TrimStart("-* "));

    /// <summary>Whether the text is only the end of an attribution: without a name or an address before its verb.</summary>
    internal static bool IsEnd(ReadOnlySpan<char> text)
    {
        var close = text.IndexOfAny('>', ')');
        return char.IsDigit(text[0]) || text[0] is '<' or '(' or '[' || (close >= 0 && !text[..close].ContainsAny('<', '(')) || (text.Length < Tail && QuotePhrases.HasVerb(text) && !text.Contains('@'));
    }

    private static bool Opens(ReadOnlySpan<char> text) => QuotePhrases.Opens(text) && text[..Math.Min(text.Length, DateReach)].ContainsAny(Digits);

    private static bool IntroducesWithoutColon(ReadOnlySpan<char> text, int at)
    {
        if (at >= 0 && Opens(text) && QuotePhrases.HasVerb(LastTwoWords(text))) return true;

        // Old Gmail wrote the day and who it was, and nothing else.
        return at >= 0 && text[^1] == '>' && DateText.BeginsWithDay(text, out _);
    }

    // A day of the week may stand first: Monday, January 5, 2026, 2:10 PM, Ann wrote
    private static bool IsDayTimeAndVerb(ReadOnlySpan<char> words) =>
        DateText.IsIn(words[..Math.Min(words.Length, 30)]) && DateText.HasTime(words) && QuotePhrases.HasVerb(LastTwoWords(words));

    private static ReadOnlySpan<char> LastTwoWords(ReadOnlySpan<char> words)
    {
        var last = words.LastIndexOf(' ');
        return last < 0 ? words : words[(words[..last].LastIndexOf(' ') + 1)..];
    }

    // Or the day, the time, the zone and the name: 2026-01-05 14:10 GMT+01:00 Ann Example
    private static bool IsDayZoneAndName(ReadOnlySpan<char> text)
    {
        if (!DateText.BeginsWithDay(text, out var rest)) return false;
        text = text[rest..];
        var zone = text.IndexOf(" GMT");
        return zone is > 0 and < 10 && text.Length < 80 && text[(zone + 4)..] is ['+' or '-', _, ..] && text[^1] is not ('.' or '!' or '?');
    }

    // What follows the address in brackets; nothing if there are no brackets.
    private static ReadOnlySpan<char> BehindBrackets(ReadOnlySpan<char> words, int at)
    {
        if (!words[..at].ContainsAny(Opening)) return [];
        var close = words[at..].LastIndexOfAny(">;");
        return close < 0 ? [] : words[(at + close + 1)..];
    }

    private static ReadOnlySpan<char> Unwrapped(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExcept(Wrapping);
        return start < 0 ? [] : text[start..(text.LastIndexOfAnyExcept(Wrapping) + 1)];
    }
}
