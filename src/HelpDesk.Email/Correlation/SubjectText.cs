using System.Collections.Frozen;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Wording;

namespace HelpDesk.Email.Correlation;

/// <summary>What a subject says, without what answering adds to it.</summary>
internal static class SubjectText
{
    private const int LongestPrefix = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Replies = WordingFile.Read("reply-prefixes.txt")
        .SelectMany(group => group.Lines)
        .Select(line => Plain(line.Trim()))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A text that is equal for subjects that say the same: without prefixes, tags, keywords, case and white space. Empty where nothing is said.</summary>
    public static string Of(string subject, CorrelationOptions settings)
    {
        var text = WithoutTags(Plain(subject), settings).AsSpan().Trim();
        while (EndOfPrefix(text) is var end and > 0)
        {
            text = text[end..].TrimStart();
        }

        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.ToString();
    }

    // One way to write each character; wide forms too. A lone surrogate can't be normalised, and is no character.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    private static string WithoutTags(string text, CorrelationOptions settings)
    {
        var modules = TagCandidates.ModulesOf(settings).ToList();
        var cuts = TicketTags.Scan(text, settings.SubjectTagPrefix).Select(tag => WithBrackets(text, tag.Start, tag.End))
            .Concat(RecordKeyword.Find(text).Where(keyword => keyword.IsNumbered && keyword.IsOf(modules)).Select(keyword => (keyword.Start, keyword.End)))
            .OrderBy(cut => cut.Start);
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in cuts)
        {
            if (start > at)
            {
                kept.Append(text, at, start - at).Append(' ');
            }

            at = Math.Max(at, end);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static (int Start, int End) WithBrackets(string text, int start, int end) =>
        start > 0 && end < text.Length && (text[start - 1], text[end]) is ('[', ']') or ('(', ')') ? (start - 1, end + 1) : (start, end);

    private static int EndOfPrefix(ReadOnlySpan<char> text)
    {
        var colon = text[..Math.Min(text.Length, LongestPrefix)].IndexOf(':');
        if (colon <= 0)
        {
            return 0;
        }

        var word = WithoutCount(text[..colon].TrimEnd());
        return Replies.Contains(word) || ForwardedSubjects.IsPrefix(word) ? colon + 1 : 0;
    }

    // Re[2], Re (3), Re^4, Re*5, Re6.
    private static ReadOnlySpan<char> WithoutCount(ReadOnlySpan<char> word)
    {
        var closed = word is [.., ']' or ')'] ? word[..^1] : word;
        var digits = closed.TrimEnd("0123456789");
        return digits.Length == closed.Length ? word : digits.TrimEnd("[(^* ");
    }
}
