using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace HelpDesk.Email.Wording;

/// <summary>Phrases to look for in a text, without case. Immutable.</summary>
/// <remarks>
/// A phrase may leave words open and name alternatives: <c>i am|i'm ... vacation|leave</c> is found where one of the second
/// words follows one of the first within a few words of the same sentence. Time grows with the text alone: each place where
/// a first part stands is looked at once, and only a few words beyond it.
/// </remarks>
internal sealed class PhraseSet
{
    private const string Open = " ... ";
    private const int Widest = 48;
    private const int ShortWord = 3;

    private readonly SearchValues<string> _whole;
    private readonly SearchValues<string> _firsts;
    private readonly string[] _phrases;

    // By the first letter, in upper case, of each way in which they may begin.
    private readonly FrozenDictionary<char, (string First, string[][] Parts)[]> _open;

    public PhraseSet(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases];
        var lines = _phrases.ToLookup(phrase => phrase.Contains(Open, StringComparison.Ordinal));
        _whole = SearchValues.Create([.. lines[false].SelectMany(phrase => phrase.Split('|'))], StringComparison.OrdinalIgnoreCase);
        var open = lines[true].Select(phrase => phrase.Split(Open).Select(part => part.Split('|')).ToArray())
            .SelectMany(parts => parts[0].Select(first => (First: first, Parts: parts))).ToList();
        _open = open.GroupBy(phrase => char.ToUpperInvariant(phrase.First[0])).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _firsts = SearchValues.Create([.. open.Select(phrase => phrase.First).Distinct()], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A set without phrases.</summary>
    public static PhraseSet None { get; } = new([]);

    /// <summary>The phrases of several sets together.</summary>
    public static PhraseSet Of(IEnumerable<PhraseSet> sets) => new(sets.SelectMany(set => set._phrases).Distinct(StringComparer.Ordinal));

    /// <summary>Whether any phrase stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    /// <summary>Where a phrase stands; -1 where none does.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var whole = text.IndexOfAny(_whole);
        return whole >= 0 || _open.Count == 0 ? whole : IndexOfOpen(text);
    }

    /// <summary>Whether the text begins with a phrase.</summary>
    public bool Begins(ReadOnlySpan<char> text) =>
        text[..Math.Min(text.Length, Widest)].IndexOfAny(_whole) == 0 || BeginsOpen(text);

    /// <summary>Whether the text begins with a phrase that leaves words open.</summary>
    public bool BeginsOpen(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !_open.TryGetValue(char.ToUpperInvariant(text[0]), out var phrases))
        {
            return false;
        }

        foreach (var (first, parts) in phrases)
        {
            if (text.StartsWith(first, StringComparison.OrdinalIgnoreCase) && Follow(text[first.Length..], parts))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first sentence of a text, without what ends it; the whole text where nothing does.</summary>
    /// <remarks>A full stop behind a number or a short word is that of a date, an ordinal or an abbreviation.</remarks>
    public static ReadOnlySpan<char> Sentence(ReadOnlySpan<char> text)
    {
        var word = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '!' or '?' or ';' or '。' or '！' or '？' || (text[i] == '.' && word > ShortWord && i + 1 < text.Length && text[i + 1] == ' '))
            {
                return text[..i];
            }

            word = char.IsLetter(text[i]) ? word + 1 : 0;
        }

        return text;
    }

    private int IndexOfOpen(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (text[start..].IndexOfAny(_firsts) is var found && found >= 0)
        {
            var at = start + found;
            if (IsStartOfWord(text, at) && BeginsOpen(text[at..]))
            {
                return at;
            }

            start = at + 1;
        }

        return -1;
    }

    private static bool Follow(ReadOnlySpan<char> text, string[][] parts)
    {
        text = Sentence(text[..Math.Min(text.Length, Widest * 2)]);
        foreach (var part in parts.AsSpan(1))
        {
            var end = EndOfNearest(text, part);
            if (end < 0)
            {
                return false;
            }

            text = text[end..];
        }

        return true;
    }

    private static int EndOfNearest(ReadOnlySpan<char> text, string[] words)
    {
        var (start, end) = (Widest + 1, -1);
        foreach (var word in words)
        {
            var at = text[..Math.Min(text.Length, Widest + word.Length)].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at < start)
            {
                (start, end) = (at, at + word.Length);
            }
        }

        return end;
    }

    private static bool IsStartOfWord(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsLetter(text[at - 1]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.OtherLetter;
}
