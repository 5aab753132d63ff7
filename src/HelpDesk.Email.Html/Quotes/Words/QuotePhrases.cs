using System.Buffers;
using System.Collections.Frozen;

namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>The words that stand around quoted history, of all languages at once: mails quote in any of them.</summary>
internal static class QuotePhrases
{
    private static readonly Dictionary<string, List<string>> ByKind = QuoteData.ByKind("quote-phrases.txt");

    private static readonly FrozenDictionary<string, HeaderLabels>.AlternateLookup<ReadOnlySpan<char>> Labels = LoadLabels();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Originals = SetOf("original");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forwards = SetOf("forwarded");
    private static readonly Phrases ForwardBeginnings = new(ByKind["forwarded"]);
    private static readonly Phrases Verbs = new(ByKind["wrote"]);
    private static readonly Phrases WeakVerbs = new(ByKind["said"]);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = SetOf("on");
    private static readonly string[] LabelTexts = [.. ByKind.Where(kind => IsLabel(kind.Key)).SelectMany(kind => kind.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
    private static readonly SearchValues<string> InnerLabels = SearchValues.Create([.. LabelTexts.Select(label => " " + label + ":")], StringComparison.OrdinalIgnoreCase);

    /// <summary>The longest label and its colon.</summary>
    internal static int LongestLabel { get; } = LabelTexts.Max(label => label.Length) + 3;

    internal static HeaderLabels LabelOf(ReadOnlySpan<char> text) => Labels.TryGetValue(text, out var label) ? label : HeaderLabels.None;

    /// <summary>Where within the text another label stands, or -1.</summary>
    internal static int FindInnerLabel(ReadOnlySpan<char> text) => text.IndexOfAny(InnerLabels);

    internal static bool IsOriginal(ReadOnlySpan<char> text) => Originals.Contains(text);

    internal static bool IsForward(ReadOnlySpan<char> text) => Forwards.Contains(text);

    /// <summary>Whether the text begins with the words for a forwarded mail: by whom and when may follow.</summary>
    internal static bool BeginsForward(ReadOnlySpan<char> text) => ForwardBeginnings.Begin(text, out var rest) && (rest.Length == 0 || rest[0] == ' ');

    internal static bool HasVerb(ReadOnlySpan<char> text) => Verbs.AreIn(text);

    /// <summary>Whether there is a verb that introduces many other things, too.</summary>
    internal static bool HasWeakVerb(ReadOnlySpan<char> text) => WeakVerbs.AreIn(text);

    /// <summary>Whether the text begins as a line does that introduces a quotation.</summary>
    internal static bool Opens(ReadOnlySpan<char> text)
    {
        // One or two words; and Chinese has no space after its one.
        var first = text.IndexOf(' ');
        if (first < 0) return text.Length > 0 && Openings.Contains(text[..1]);
        if (Openings.Contains(text[..first].TrimEnd(',')) || Openings.Contains(text[..1])) return true;
        var second = text[(first + 1)..].IndexOf(' ');
        return second >= 0 && Openings.Contains(text[..(first + 1 + second)]);
    }

    private static bool IsLabel(string kind) => Enum.TryParse<HeaderLabels>(kind, ignoreCase: true, out _);

    private static FrozenDictionary<string, HeaderLabels>.AlternateLookup<ReadOnlySpan<char>> LoadLabels()
    {
        var labels = new Dictionary<string, HeaderLabels>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, phrases) in ByKind)
        {
            if (!Enum.TryParse<HeaderLabels>(kind, ignoreCase: true, out var label)) continue;
            foreach (var phrase in phrases) labels.TryAdd(phrase, label);
        }

        return labels.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(string kind) =>
        ByKind[kind].ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
