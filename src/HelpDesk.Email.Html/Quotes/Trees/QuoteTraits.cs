namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>What else is known of a node.</summary>
[Flags]
internal enum QuoteTraits : ushort
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

    /// <summary>It shall go, as history.</summary>
    IsRemoved = 16,

    /// <summary>It shall go, as signature.</summary>
    IsSignature = 32,

    /// <summary>Something within it stays.</summary>
    HoldsKept = 64,

    /// <summary>Something within it goes as history.</summary>
    HoldsRemoved = 128,

    /// <summary>Something within it goes as signature.</summary>
    HoldsSignature = 256,
}
