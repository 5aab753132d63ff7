using HelpDesk.Email.Wording;

namespace HelpDesk.Email.Classification;

/// <summary>The words of automatic answers in one language. Immutable.</summary>
internal sealed class AutomaticLanguage
{
    private readonly Dictionary<string, PhraseSet> _phrases;

    private AutomaticLanguage(string name, IEnumerable<WordingGroup> groups)
    {
        Name = name;
        var byKind = groups.ToLookup(group => group.Name[(name.Length + 1)..], group => group.Lines);
        _phrases = byKind.ToDictionary(kind => kind.Key, kind => new PhraseSet(kind.SelectMany(lines => lines)));
        Prefixes = Longest(byKind["prefix"]);
        WeakPrefixes = Longest(byKind["weak"]);
        Subjects = Longest(byKind["subject"]);
    }

    /// <summary>Every language of the data files.</summary>
    public static IReadOnlyList<AutomaticLanguage> All { get; } =
    [
        .. WordingFile.Read("automatic-wording.txt").Concat(WordingFile.Read("automatic-sentences.txt")).GroupBy(group => group.Name[..group.Name.IndexOf(' ', StringComparison.Ordinal)])
            .Select(groups => new AutomaticLanguage(groups.Key, groups)),
    ];

    private static readonly Dictionary<string, PhraseSet> AnyByKind = All.SelectMany(language => language._phrases)
        .GroupBy(kind => kind.Key, kind => kind.Value).ToDictionary(kind => kind.Key, PhraseSet.Of);

    /// <summary>The language's code of ISO 639-1.</summary>
    public string Name { get; }

    /// <summary>What programs write before a subject, the longest first.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    /// <summary>The same, where people write it too.</summary>
    public IReadOnlyList<string> WeakPrefixes { get; }

    /// <summary>How subjects of absence begin, the longest first.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>The phrases of a kind; none where the language has none.</summary>
    public PhraseSet Of(string kind) => _phrases.GetValueOrDefault(kind, PhraseSet.None);

    /// <summary>The phrases of a kind in all languages.</summary>
    public static PhraseSet OfAny(string kind) => AnyByKind.GetValueOrDefault(kind, PhraseSet.None);

    private static string[] Longest(IEnumerable<IReadOnlyList<string>> lines) => [.. lines.SelectMany(group => group).OrderByDescending(line => line.Length)];
}
