namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>What an element says about quoted history by its id, class or name.</summary>
internal enum QuoteMarker : byte
{
    None,

    /// <summary>The element and all in it is history.</summary>
    Quote,

    /// <summary>History stands in block quotes within it.</summary>
    Container,

    /// <summary>All from here on is history.</summary>
    Split,

    /// <summary>Says who wrote what follows.</summary>
    Attribution,

    /// <summary>All from here on is forwarded.</summary>
    Forward,

    /// <summary>The element and all in it is a signature.</summary>
    Signature,
}
