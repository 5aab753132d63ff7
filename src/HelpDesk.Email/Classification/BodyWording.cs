using System.Buffers;

namespace HelpDesk.Email.Classification;

/// <summary>What the words of a mail say of whether it is an automatic answer.</summary>
/// <param name="Weight">How much they say together.</param>
/// <param name="OfAbsence">Whether they say that somebody is away.</param>
/// <param name="Automatic">Whether they say that no person wrote them.</param>
/// <param name="Received">Whether they only acknowledge.</param>
/// <param name="Company">How many of the things it says that go with such an answer: thanks, a date, whom to turn to.</param>
/// <param name="Person">How much speaks for a person who wants something.</param>
internal sealed record BodyWording(int Weight, bool OfAbsence, bool Automatic, bool Received, int Company, int Person)
{
    // Programs come to the point: who is away says so at once.
    private const int Beginning = 500;
    private const int Salutation = 250;
    private const int LongText = 1_600;

    public static BodyWording Read(string own, string subject, bool echoes)
    {
        var best = new BodyWording(0, OfAbsence: false, Automatic: false, Received: false, 0, 0);
        var person = 0;
        var inSubject = 0;
        var beginning = own.AsSpan(0, Math.Min(own.Length, Beginning));
        foreach (var language in AutomaticLanguage.All)
        {
            var found = Weigh(own, beginning, language);
            var wants = Count(own, language.Of("person"));
            best = found.Weight > best.Weight || (found.Weight == best.Weight && found.Company > best.Company) ? found : best;

            // Words that two languages write alike speak in both; the most of one counts.
            person = Math.Max(person, Math.Min(3, wants) * 3);
            inSubject = Math.Max(inSubject, Count(subject, language.Of("person")) * 3);
        }

        // Below a prefix that programs write stands the subject of the mail that they answer, which wanted something.
        person += best.Weight > 0 && echoes ? 0 : Math.Min(3, inSubject);
        person += own.Contains('?', StringComparison.Ordinal) || own.Contains('？', StringComparison.Ordinal) ? 3 : 0;
        person += own.Length > LongText ? 2 : 0;
        return best with { Person = person };
    }

    private static BodyWording Weigh(string own, ReadOnlySpan<char> beginning, AutomaticLanguage language)
    {
        var absence = Says(beginning, language.Of("absence")) ? 3 : Says(beginning, language.Of("future")) ? 2 : 0;
        var automatic = Says(own, language.Of("automatic")) ? 4 : 0;
        var received = Says(own, language.Of("received")) ? 2 : 0;
        var rest = One(own, language, "back") + One(own, language, "contact") + One(own, language, "access")
            + (beginning[..Math.Min(beginning.Length, Salutation)].ContainsAny(language.Of("thanks")) ? 1 : 0);

        // Thanks and a date say nothing alone.
        var weight = absence + automatic + received;
        return new BodyWording(weight == 0 ? 0 : weight + rest, absence > 0, automatic > 0, received > 0, rest, 0);
    }

    private static int One(string own, AutomaticLanguage language, string kind) => own.AsSpan().ContainsAny(language.Of(kind)) ? 1 : 0;

    // Words in quotation marks are somebody else's: a person tells what an answer said, or what one is to say.
    private static bool Says(ReadOnlySpan<char> text, SearchValues<string> phrases)
    {
        var at = text.IndexOfAny(phrases);
        return at >= 0 && (at == 0 || text[..at].TrimEnd() is var before && (before.IsEmpty || before[^1] is not ('"' or '\u201c' or '\u201e' or '\u00ab' or '\'' or '「')));
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> phrases)
    {
        var count = 0;
        while (count < 3)
        {
            var at = text.IndexOfAny(phrases);
            if (at < 0)
            {
                break;
            }

            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
