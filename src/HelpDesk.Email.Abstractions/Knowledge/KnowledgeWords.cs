using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Knowledge;

/// <summary>The words of a text as a search compares them: in lower case and without accents. Signs are no part of a word.</summary>
public static class KnowledgeWords
{
    private const int MaxText = 20_000;
    private const int MaxLength = 40;
    private const int MinLength = 2;

    /// <summary>The first different words of a text, in their order. Takes time in proportion to the text, of which it looks at no more than 20,000 characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<string> Of(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in All(text.Length > MaxText ? text[..MaxText] : text))
        {
            if (words.Count >= count)
            {
                break;
            }

            if (known.Add(word))
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>All words of a text, each as often as it stands there; for who counts them. Takes time in proportion to the text.</summary>
    public static IEnumerable<string> All(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AllOf(text);
    }

    private static IEnumerable<string> AllOf(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                if (Folded(word) is { } folded)
                {
                    yield return folded;
                }

                word.Clear();
            }
        }

        if (Folded(word) is { } last)
        {
            yield return last;
        }
    }

    // A "word" that is longer than any is a code or a line of signs, and nobody writes articles about it.
    private static string? Folded(StringBuilder word)
    {
        if (word.Length is < MinLength or > MaxLength)
        {
            return null;
        }

        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.Length < MinLength ? null : folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
