using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html.Quotes.Cutting;

/// <summary>Cuts the source.</summary>
internal static class QuoteSlices
{
    /// <summary>The source without the pieces.</summary>
    internal static string Without(string source, List<QuoteRange> ranges)
    {
        var length = source.Length;
        foreach (var range in ranges) length -= range.End - range.Start;
        return string.Create(length, (source, ranges), static (kept, from) =>
        {
            var at = 0;
            foreach (var range in from.ranges)
            {
                from.source.AsSpan(at, range.Start - at).CopyTo(kept);
                kept = kept[(range.Start - at)..];
                at = range.End;
            }

            from.source.AsSpan(at).CopyTo(kept);
        });
    }

    /// <summary>The pieces of one kind, one after the other; a part of a table gets one around it, or it would mean nothing.</summary>
    internal static string Only(string source, List<QuoteRange> ranges, QuoteTree tree, bool signatures)
    {
        var pieces = new List<string>();
        foreach (var range in ranges)
        {
            if (range.IsSignature != signatures) continue;
            var piece = source[range.Start..range.End];
            var isPart = !tree.IsPlainText && (ElementTable.Of(tree.Nodes[range.First].Element) & ElementTraits.TablePart) != 0;
            pieces.Add(isPart ? $"<table>{piece}</table>" : piece);
        }

        return pieces.Count switch
        {
            0 => "",
            1 => pieces[0],
            _ => string.Concat(pieces),
        };
    }
}
