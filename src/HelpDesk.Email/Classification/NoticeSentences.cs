using System.Globalization;
using HelpDesk.Email.Wording;

namespace HelpDesk.Email.Classification;

/// <summary>Tells which sentences of a mail say what notices say; a person's concern is among the others.</summary>
internal static class NoticeSentences
{
    private const int Most = 4;
    private const int ShortSentence = 30;
    private const int ShortSyllables = 12;

    private static readonly string[] Kinds = ["absence", "future", "automatic", "noreply", "received", "contact", "access", "thanks"];

    /// <summary>How many clauses of whole sentences say something else; no more are counted beyond four. Salutations, names and what follows the last full stop do not count.</summary>
    public static int Strange(ReadOnlySpan<char> own, AutomaticLanguage language)
    {
        var strange = 0;
        while (!own.IsEmpty && strange < Most)
        {
            var sentence = PhraseSet.Sentence(own);
            if (sentence.Length == own.Length)
            {
                break;
            }

            strange += OfClauses(sentence, language);
            own = own[(sentence.Length + 1)..];
        }

        return strange;
    }

    // "I am on leave from Monday, the technician should come before"
    private static int OfClauses(ReadOnlySpan<char> sentence, AutomaticLanguage language)
    {
        var strange = 0;
        foreach (var clause in sentence.Split(", "))
        {
            strange += IsLong(sentence[clause]) && !IsKnown(sentence[clause], language) ? 1 : 0;
        }

        return strange;
    }

    private static bool IsKnown(ReadOnlySpan<char> sentence, AutomaticLanguage language)
    {
        foreach (var kind in Kinds)
        {
            if (language.Of(kind).IsIn(sentence))
            {
                return true;
            }
        }

        // Words of time alone stand in any sentence.
        return sentence.ContainsAnyInRange('0', '9') && language.Of("back").IsIn(sentence);
    }

    private static bool IsLong(ReadOnlySpan<char> sentence) =>
        sentence.Length >= ShortSentence
        || (sentence.Length >= ShortSyllables && char.GetUnicodeCategory(sentence[sentence.Length / 2]) == UnicodeCategory.OtherLetter);
}
