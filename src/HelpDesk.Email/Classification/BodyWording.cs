using HelpDesk.Email.Wording;

namespace HelpDesk.Email.Classification;

/// <summary>What the words of a mail say of whether it is an automatic answer.</summary>
/// <param name="Weight">How much they say together.</param>
/// <param name="OfAbsence">Whether they say that somebody is away.</param>
/// <param name="Automatic">Whether they say that no person wrote them.</param>
/// <param name="Received">Whether they only acknowledge.</param>
/// <param name="NoReply">Whether they ask for no answer, or say that nobody would read it.</param>
/// <param name="Company">How many of the things it says that go with such an answer: thanks, a date, whom to turn to.</param>
/// <param name="Person">How much speaks for a person who wants something.</param>
internal sealed record BodyWording(int Weight, bool OfAbsence, bool Automatic, bool Received, bool NoReply, int Company, int Person)
{
    /// <summary>How many sentences say what no notice says.</summary>
    public int Strange { get; private init; }

    /// <summary>Whether it asks something.</summary>
    public bool Asks { get; private init; }

    /// <summary>Whether they say that somebody is away, until when, and what becomes of the mail or whom to turn to, and nothing else.</summary>
    public bool IsWhole { get; private init; }

    // Programs come to the point: who is away says so at once.
    public const int Beginning = 500;
    public const int Salutation = 250;
    private const int LongText = 1_600;
    private const int MostWishes = 3;

    public static BodyWording Read(string own, SpokenKinds said, string subject, bool echoes)
    {
        var best = new BodyWording(0, OfAbsence: false, Automatic: false, Received: false, NoReply: false, 0, 0);
        var spoken = AutomaticLanguage.All[0];
        var person = 0;
        var inSubject = 0;
        var beginning = own.AsSpan(0, Math.Min(own.Length, Beginning));
        var wantsInSubject = AutomaticLanguage.OfAny("person").IsIn(subject);
        foreach (var language in AutomaticLanguage.All)
        {
            var found = Weigh(own, beginning, said, language);
            var wants = said.Has("person") ? Count(own, language) : 0;
            if (found.Weight > best.Weight || (found.Weight == best.Weight && found.Company > best.Company))
            {
                (best, spoken) = (found, language);
            }

            // Words that two languages write alike speak in both; the most of one counts.
            person = Math.Max(person, Math.Min(3, wants) * 3);
            inSubject = Math.Max(inSubject, wantsInSubject ? Count(subject, language) * 3 : 0);
        }

        // Below a prefix that programs write stands the subject of the mail that they answer, which wanted something.
        person += best.Weight > 0 && echoes ? 0 : Math.Min(3, inSubject);
        var asks = own.AsSpan().IndexOfAny('?', '？') >= 0;
        person += asks ? 3 : 0;
        person += own.Length > LongText ? 2 : 0;
        var strange = best.Weight > 0 ? NoticeSentences.Strange(own, spoken) : 0;
        return best with { Person = person, Asks = asks, Strange = strange, IsWhole = best.IsWhole && strange == 0 && person == 0 };
    }

    private static BodyWording Weigh(string own, ReadOnlySpan<char> beginning, SpokenKinds said, AutomaticLanguage language)
    {
        var absence = Says(beginning, said, language, "absence") ? 3 : Says(beginning, said, language, "future") ? 2 : 0;
        var automatic = Says(own, said, language, "automatic") ? 4 : 0;
        var received = Says(own, said, language, "received") ? 2 : 0;
        var noReply = Says(own, said, language, "noreply") ? 4 : 0;
        var back = One(own, said, language, "back");
        var contact = One(own, said, language, "contact");
        var access = One(own, said, language, "access");
        var rest = back + contact + access
            + (said.Has("thanks") && language.Of("thanks").IsIn(beginning[..Math.Min(beginning.Length, Salutation)]) ? 1 : 0);

        // Thanks and a date say nothing alone.
        var weight = absence + automatic + received + noReply;
        return new BodyWording(weight == 0 ? 0 : weight + rest, absence > 0, automatic > 0, received > 0, noReply > 0, rest, 0) { IsWhole = absence == 3 && back == 1 && contact + access > 0 };
    }

    private static int One(string own, SpokenKinds said, AutomaticLanguage language, string kind) => said.Has(kind) && language.Of(kind).IsIn(own) ? 1 : 0;

    // Words in quotation marks are somebody else's: a person tells what an answer said, or what one is to say.
    private static bool Says(ReadOnlySpan<char> text, SpokenKinds said, AutomaticLanguage language, string kind)
    {
        var at = said.Has(kind) ? language.Of(kind).IndexIn(text) : -1;
        return at >= 0 && (at == 0 || text[..at].TrimEnd() is var before && (before.IsEmpty || before[^1] is not ('"' or '\u201c' or '\u201e' or '\u00ab' or '\'' or '「')));
    }

    // "You may contact my colleague" is no request, "may you help me" is.
    private static int Count(ReadOnlySpan<char> text, AutomaticLanguage language)
    {
        var (person, contact) = (language.Of("person"), language.Of("contact"));
        var count = 0;
        while (count < MostWishes && person.IndexIn(text) is var at && at >= 0)
        {
            count += contact.Begins(text[at..]) && !person.BeginsOpen(text[at..]) ? 0 : 1;
            text = text[(at + 1)..];
        }

        return count;
    }
}
