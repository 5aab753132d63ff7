namespace HelpDesk.Email.Html.Quotes;

/// <summary>What else is known of a node.</summary>
[Flags]
internal enum QuoteTraits : byte
{
    None = 0,

    /// <summary>Text, a line break, a ruler or an image: something without content.</summary>
    IsLeaf = 1,

    /// <summary>It has a line above it, as Outlook draws before the header block.</summary>
    HasTopBorder = 2,

    /// <summary>A block quote that says it is one: by type, cite or a line at its side.</summary>
    IsCitation = 4,

    /// <summary>A block quote that only indents.</summary>
    IsIndent = 8,

    /// <summary>It shall go.</summary>
    IsRemoved = 16,

    /// <summary>Something within it stays.</summary>
    HoldsKept = 32,

    /// <summary>Something within it goes.</summary>
    HoldsRemoved = 64,
}
