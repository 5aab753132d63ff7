using System.Buffers;

namespace HelpDesk.Email.Correlation;

/// <summary>A keyword <c>[module - id]</c> in a mail: a record of one of the help desk's modules.</summary>
/// <param name="Module">The module as it is written.</param>
/// <param name="Id">The record's number.</param>
/// <remarks>
/// White space counts for nothing, and the dash may be a hyphen, a dash or a minus sign. A dash between spaces parts module
/// and number; else the first one does. The number has a digit and no white space; a <c>#</c> before it is left out.
/// </remarks>
internal sealed record RecordReference(string Module, string Id)
{
    private const int MaxLength = 120;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212");

    /// <summary>Where the opening bracket stands.</summary>
    public int Start { get; private init; }

    /// <summary>The place behind the closing bracket.</summary>
    public int End { get; private init; }

    /// <summary>The keywords in a text, in their order. Linear.</summary>
    public static IEnumerable<RecordReference> Find(string text)
    {
        text = FoldedText.Of(text);
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0;)
        {
            var end = text.AsSpan(open + 1, Math.Min(MaxLength, text.Length - open - 1)).IndexOfAny('[', ']');
            if (end >= 0 && text[open + 1 + end] == ']' && Read(text.AsSpan(open + 1, end)) is { } reference)
            {
                yield return reference with { Start = open, End = open + end + 2 };
            }

            open = text.IndexOf('[', open + 1);
        }
    }

    /// <summary>Whether it names one of these modules; case counts for nothing.</summary>
    public bool IsOf(IEnumerable<string> modules) => modules.Any(module => module.Trim().Equals(Module, StringComparison.OrdinalIgnoreCase));

    private static RecordReference? Read(ReadOnlySpan<char> text)
    {
        var dash = PartingDash(text);
        if (dash <= 0)
        {
            return null;
        }

        var module = string.Join(' ', text[..dash].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var id = text[(dash + 1)..].Trim().TrimStart('#');
        return module.Length > 0 && id.ContainsAnyInRange('0', '9') && !id.ContainsAny(" \t\r\n") ? new RecordReference(module, id.ToString()) : null;
    }

    private static int PartingDash(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny(Dashes);
        for (var at = first; at > 0 && at < text.Length - 1; at++)
        {
            if (Dashes.Contains(text[at]) && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 1]))
            {
                return at;
            }
        }

        return first;
    }
}
