namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>One place in HTML.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Element">The name of the element that is being read, or of the raw text that is open; else empty.</param>
/// <param name="Attribute">The name of the attribute that is being read; else empty.</param>
/// <param name="IsInLink">Whether an element <c>a</c> is open.</param>
/// <param name="SchemeIsFixed">Whether the value of the attribute began with letters of the template that settle what kind of address it is.</param>
internal readonly record struct HtmlPlace(HtmlState State, string Element, string Attribute, bool IsInLink, bool SchemeIsFixed)
{
    private static readonly HashSet<string> AddressAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "srcset", "action", "formaction", "background", "cite", "poster", "data", "longdesc", "xlink:href", "ping", "manifest",
    };

    /// <summary>Whether what stands here says what kind of address it is.</summary>
    public bool IsStartOfAddress => AddressAttributes.Contains(Attribute) && !SchemeIsFixed;
}
