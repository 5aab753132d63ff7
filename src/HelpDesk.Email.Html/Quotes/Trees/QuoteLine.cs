using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>A line as it is seen.</summary>
internal struct QuoteLine
{
    /// <summary>Where its text stands in <see cref="QuoteTree.Text"/>, without white space around it; only as much of it as matters.</summary>
    internal int TextStart;
    internal int TextLength;

    internal int FirstLeaf;
    internal int LastLeaf;

    /// <summary>The labels in it, once they were asked for.</summary>
    internal HeaderLabels? Labels;

    internal bool IsRule;
    internal bool HasImage;

    /// <summary>It stands in an element that introduces a quotation.</summary>
    internal bool IsMarkedAttribution;

    internal readonly bool IsBlank => TextLength == 0 && !HasImage;
}
