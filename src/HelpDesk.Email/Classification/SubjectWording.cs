using System.Buffers;

namespace HelpDesk.Email.Classification;

/// <summary>What a subject says of whether the mail is an automatic answer.</summary>
/// <param name="Weight">How much it says: 4 for what programs write before the subject they answer, down to 0.</param>
/// <param name="Phrase">The words that say it; empty where none do.</param>
/// <param name="Forwarded">Whether somebody passes a mail on.</param>
/// <param name="Answer">Whether it is an answer by its prefix.</param>
internal sealed record SubjectWording(int Weight, string Phrase, bool Forwarded, bool Answer)
{
    private const int LongestOfAbsence = 90;

    private static readonly SearchValues<char> Numbers = SearchValues.Create("[#0123456789");
    private static readonly string[] Forwards = ["fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "enc:", "doorst:", "vl:", "vb:", "videresendt:", "pd:", "továbbítás:", "转发:", "轉寄:"];
    private static readonly string[] Answers = ["re:", "aw:", "sv:", "vs:", "απ:", "antw:", "antwort:", "rép:", "r:", "res:", "odp:", "ynt:", "atb:", "vá:", "回复:", "回覆:", "답장:", "re："];

    /// <summary>Whether the words speak of absence rather than of an automatic answer as such.</summary>
    public bool OfAbsence { get; private init; }

    /// <summary>Whether another mail's subject stands behind them: a prefix of an answer, a tag or a number.</summary>
    public bool Echoes { get; private init; }

    public static SubjectWording Read(string subject)
    {
        var whole = OwnWords.Plain(subject).AsSpan();
        var text = whole;
        var answer = false;
        while (true)
        {
            if (OfTag(text.TrimStart()) is { } tag)
            {
                return tag with { Answer = answer };
            }

            text = SkipTag(text.TrimStart());
            if (StartsWithAny(text, Forwards) > 0)
            {
                return new SubjectWording(0, string.Empty, Forwarded: true, answer);
            }

            var length = StartsWithAny(text, Answers);
            if (length == 0)
            {
                break;
            }

            answer = true;
            text = text[length..];
        }

        var found = Weigh(text, whole);
        return found with { Answer = answer, Weight = answer ? Math.Max(0, found.Weight - 2) : found.Weight };
    }

    private static SubjectWording Weigh(ReadOnlySpan<char> text, ReadOnlySpan<char> whole)
    {
        var best = new SubjectWording(0, string.Empty, Forwarded: false, Answer: false);
        foreach (var language in AutomaticLanguage.All)
        {
            best = Better(best, Prefix(text, language.Prefixes, 4, 3));
            best = Better(best, Prefix(text, language.WeakPrefixes, 2, 0));
            best = Better(best, Absence(text, language.Subjects));
            if (text.Length <= LongestOfAbsence && language.Of("ack").IsIn(whole))
            {
                best = Better(best, new SubjectWording(2, "acknowledgement", Forwarded: false, Answer: false));
            }

            if (text.Length <= LongestOfAbsence && language.Of("title").IsIn(text))
            {
                best = Better(best, new SubjectWording(3, "absence of somebody", Forwarded: false, Answer: false) { OfAbsence = true });
            }
        }

        return best;
    }

    private static SubjectWording Better(SubjectWording left, SubjectWording? right) => right is not null && right.Weight > left.Weight ? right : left;

    // "Automatic reply: Your ticket", "Automatic reply"
    private static SubjectWording? Prefix(ReadOnlySpan<char> text, IReadOnlyList<string> prefixes, int withColon, int alone)
    {
        foreach (var prefix in prefixes)
        {
            if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var rest = text[prefix.Length..].TrimStart();
            var weight = rest.IsEmpty || rest[0] is '.' or '!' or '(' or '[' or '/' or '|' ? alone
                : rest[0] is ':' or '：' ? withColon
                : rest[0] is '-' or '–' or '—' or ',' or '~' ? Math.Min(alone, withColon)
                : char.IsDigit(rest[0]) ? Math.Min(2, alone)
                : 0;
            if (weight > 0)
            {
                return new SubjectWording(weight, prefix, Forwarded: false, Answer: false) { OfAbsence = !SaysAutomatic(prefix), Echoes = rest.IndexOfAny(Numbers) >= 0 || IsAnswer(rest.TrimStart(" :")) };
            }

            return null;
        }

        return null;
    }

    private static SubjectWording? Absence(ReadOnlySpan<char> text, IReadOnlyList<string> subjects)
    {
        if (text.Length > LongestOfAbsence)
        {
            return null;
        }

        foreach (var subject in subjects)
        {
            if (text.StartsWith(subject, StringComparison.OrdinalIgnoreCase))
            {
                var rest = text[subject.Length..];

                if (IsAnswer(rest.TrimStart(" :-\u2013")) || rest.Contains(" re: ", StringComparison.OrdinalIgnoreCase) || rest.Contains(" aw: ", StringComparison.OrdinalIgnoreCase))
                {
                    return new SubjectWording(4, subject, Forwarded: false, Answer: false) { OfAbsence = true, Echoes = true };
                }

                // "ooo" begins many words.
                return !rest.IsEmpty && char.IsAsciiLetter(rest[0])
                    ? null
                    : new SubjectWording(rest.Trim(" .!").IsEmpty || !char.IsLetter(rest.TrimStart()[0]) ? 3 : 2, subject, Forwarded: false, Answer: false) { OfAbsence = true };
            }
        }

        return null;
    }

    // "Out of office: Re: Printer", "Absent Re: [#12] Printer": the subject that is answered.
    private static bool IsAnswer(ReadOnlySpan<char> rest) => StartsWithAny(rest, Answers) is > 0 and var length && rest.Length > length && rest[length] == ' ';

    private static bool SaysAutomatic(string prefix) =>
        prefix.Contains("reply", StringComparison.OrdinalIgnoreCase)
        || prefix.Contains("response", StringComparison.OrdinalIgnoreCase)
        || (!prefix.Contains("office", StringComparison.OrdinalIgnoreCase)
        && !prefix.Contains("vacation", StringComparison.OrdinalIgnoreCase)
        && ((string[])["auto", "авто", "αυτόμ", "otomatis", "otomatik", "tự động", "อัตโนมัติ", "אוטומט", "تلقائي", "آلي", "自動", "自动", "자동", "samodej"])
            .Any(word => prefix.Contains(word, StringComparison.OrdinalIgnoreCase)));

    // "[Auto-Reply] Printer"
    private static SubjectWording? OfTag(ReadOnlySpan<char> text)
    {
        var rest = SkipTag(text);
        if (rest.Length == text.Length)
        {
            return null;
        }

        var close = text.IndexOfAny(']', '】');
        var tag = text[1..close].Trim();
        foreach (var language in AutomaticLanguage.All)
        {
            foreach (var prefix in language.Prefixes)
            {
                if (tag.Equals(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return new SubjectWording(4, prefix, Forwarded: false, Answer: false) { OfAbsence = !SaysAutomatic(prefix) };
                }
            }
        }

        return null;
    }

    // "[Ticket 12]" before or between prefixes.
    private static ReadOnlySpan<char> SkipTag(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('[' or '【'))
        {
            return text;
        }

        var close = text.IndexOfAny(']', '】');
        return close is > 0 and < 40 ? text[(close + 1)..].TrimStart() : text;
    }

    private static int StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
