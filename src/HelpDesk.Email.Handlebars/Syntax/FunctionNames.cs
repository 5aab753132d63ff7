namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>What a template may call. Handlebars.Net ignores case in these names, so we do.</summary>
internal static class FunctionNames
{
    /// <summary>Inserts the safe HTML of the entry.</summary>
    public const string SafeHtml = "safeHtml";

    /// <summary>Writes a text with its line breaks.</summary>
    public const string Lines = "lines";

    /// <summary>Writes an address of the web if it is one.</summary>
    public const string Link = "link";

    /// <summary>Writes a subject as that of an answer.</summary>
    public const string Reply = "reply";

    /// <summary>Writes the name of a person, or the address.</summary>
    public const string Person = "person";

    /// <summary>Writes the first of its values that there is.</summary>
    public const string First = "first";

    /// <summary>Whether the link to the ticket stands at a place: <c>{{#if (placed links "top")}}</c>.</summary>
    public const string Placed = "placed";

    /// <summary>Stands for a mask while a part is read.</summary>
    public const string Mask = "#";

    /// <summary>What masks are translated to; no template may write these.</summary>
    public const string MaskText = "maskText";

    /// <inheritdoc cref="MaskText"/>
    public const string MaskHtml = "maskHtml";

    /// <inheritdoc cref="MaskText"/>
    public const string MaskWords = "maskWords";

    /// <inheritdoc cref="MaskText"/>
    public const string MaskLink = "maskLink";

    // Not 'lookup': it would let data choose names, which Handlebars.Net keeps for ever.
    public static readonly IReadOnlySet<string> Inline =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { SafeHtml, Lines, Link, Reply, Person, First, Placed };

    public static readonly IReadOnlySet<string> Blocks =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "if", "unless", "each", "with" };
}
