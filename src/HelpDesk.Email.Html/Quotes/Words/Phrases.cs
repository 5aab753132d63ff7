using System.Buffers;
using System.Collections.Frozen;

namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Looks for any of many phrases as whole words, without regard to case.</summary>
internal sealed class Phrases
{
    // The scripts from here on write without spaces, or join prefixes to the word.
    private const char FirstWithoutSpaces = '\u0590';

    private readonly SearchValues<string> _any;
    private readonly FrozenDictionary<char, string[]> _byFirst;

    internal Phrases(IEnumerable<string> phrases)
    {
        string[] all = [.. phrases.Distinct(StringComparer.OrdinalIgnoreCase)];
        _any = SearchValues.Create(all, StringComparison.OrdinalIgnoreCase);
        _byFirst = all.GroupBy(phrase => char.ToLowerInvariant(phrase[0])).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Whether one of the phrases stands in the text.</summary>
    internal bool AreIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var found = text[at..].IndexOfAny(_any);
            if (found < 0) return false;
            at += found;
            if (text[at] >= FirstWithoutSpaces || ((at == 0 || !char.IsLetter(text[at - 1])) && EndsAsWord(text, at))) return true;
        }

        return false;
    }

    /// <summary>Whether the text begins with one of the phrases, and what follows it.</summary>
    internal bool Begin(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        rest = [];
        if (text.Length == 0) return false;
        foreach (var phrase in _byFirst.GetValueOrDefault(char.ToLowerInvariant(text[0]), []))
        {
            if (!text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) continue;
            rest = text[phrase.Length..];
            return true;
        }

        return false;
    }

    private bool EndsAsWord(ReadOnlySpan<char> text, int at)
    {
        foreach (var phrase in _byFirst.GetValueOrDefault(char.ToLowerInvariant(text[at]), []))
        {
            var end = at + phrase.Length;
            if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (end == text.Length || !char.IsLetter(text[end]))) return true;
        }

        return false;
    }
}
