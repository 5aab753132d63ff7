using System.Buffers;

namespace HelpDesk.Email.Correlation;

/// <summary>A keyword in a mail, <c>[module - id]</c> or <c>[module - id - word]</c>: a record of one of the help desk's modules.</summary>
/// <param name="Module">The module as it is written.</param>
/// <param name="Id">The record, without a <c>#</c> before it and without white space.</param>
/// <remarks>
/// White space counts for nothing, and the dash may be a hyphen, a dash or a minus sign. Dashes between spaces part; where
/// there is none of those, the first one does.
/// </remarks>
internal sealed record RecordKeyword(string Module, string Id)
{
    private const int MaxLength = 120;
    private const int MaxParts = 3;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212");

    /// <summary>The word behind the record, or <see langword="null"/>.</summary>
    public string? Word { get; private init; }

    /// <summary>Whether the dashes have a space at both sides.</summary>
    public bool IsSpaced { get; private init; }

    /// <summary>Where the opening bracket stands.</summary>
    public int Start { get; private init; }

    /// <summary>The place behind the closing bracket.</summary>
    public int End { get; private init; }

    /// <summary>Whether it names a record by a number and asks for nothing: brackets around other words are not meant for us.</summary>
    public bool IsNumbered => Word is null && Id.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>The keywords in a text, in their order. Linear.</summary>
    public static IEnumerable<RecordKeyword> Find(string text)
    {
        text = FoldedText.Of(text);
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0;)
        {
            var end = text.AsSpan(open + 1, Math.Min(MaxLength, text.Length - open - 1)).IndexOfAny('[', ']');
            if (end >= 0 && text[open + 1 + end] == ']' && Read(text.AsSpan(open + 1, end)) is { } keyword)
            {
                yield return keyword with { Start = open, End = open + end + 2 };
            }

            open = text.IndexOf('[', open + 1);
        }
    }

    /// <summary>Whether it names one of these modules; case counts for nothing.</summary>
    public bool IsOf(IEnumerable<string> modules) => modules.Any(module => module.Trim().Equals(Module, StringComparison.OrdinalIgnoreCase));

    private static RecordKeyword? Read(ReadOnlySpan<char> text)
    {
        var parts = SpacedParts(text);
        var isSpaced = parts.Count > 1;
        if (!isSpaced && text.IndexOfAny(Dashes) is var dash and > 0)
        {
            parts = [text[..dash].Trim().ToString(), text[(dash + 1)..].Trim().ToString()];
        }

        if (parts.Count is not (2 or MaxParts))
        {
            return null;
        }

        var module = string.Join(' ', parts[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var id = parts[1].TrimStart('#');
        return module.Length == 0 || id.Length == 0 || id.Any(char.IsWhiteSpace)
            ? null
            : new RecordKeyword(module, id) { Word = parts.Count == MaxParts ? parts[2] : null, IsSpaced = isSpaced };
    }

    private static List<string> SpacedParts(ReadOnlySpan<char> text)
    {
        var parts = new List<string>(MaxParts);
        var from = 0;
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (Dashes.Contains(text[at]) && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 1]))
            {
                parts.Add(text[from..at].Trim().ToString());
                from = at + 1;
            }
        }

        parts.Add(text[from..].Trim().ToString());
        return parts;
    }
}
