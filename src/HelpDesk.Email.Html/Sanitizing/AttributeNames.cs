namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Names of attributes, both ways.</summary>
internal static class AttributeNames
{
    private const int LongestName = 15;

    private static readonly string[] Names = [.. Enum.GetValues<AttributeId>().Select(Write)];

    internal static string NameOf(AttributeId attribute) => Names[(int)attribute];

    internal static AttributeId Find(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName) return AttributeId.Unknown;
        Span<char> lower = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            lower[i] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        return FindLower(lower[..name.Length]);
    }

    private static string Write(AttributeId attribute) => attribute switch
    {
        AttributeId.DataCid => "data-cid",
        AttributeId.DataRemoteSrc => "data-remote-src",
        _ => attribute.ToString().ToLowerInvariant(),
    };

    private static AttributeId FindLower(ReadOnlySpan<char> name) => name switch
    {
        "abbr" => AttributeId.Abbr,
        "align" => AttributeId.Align,
        "alt" => AttributeId.Alt,
        "bgcolor" => AttributeId.Bgcolor,
        "border" => AttributeId.Border,
        "cellpadding" => AttributeId.Cellpadding,
        "cellspacing" => AttributeId.Cellspacing,
        "clear" => AttributeId.Clear,
        "color" => AttributeId.Color,
        "colspan" => AttributeId.Colspan,
        "datetime" => AttributeId.Datetime,
        "dir" => AttributeId.Dir,
        "face" => AttributeId.Face,
        "height" => AttributeId.Height,
        "href" => AttributeId.Href,
        "hspace" => AttributeId.Hspace,
        "lang" => AttributeId.Lang,
        "noshade" => AttributeId.Noshade,
        "nowrap" => AttributeId.Nowrap,
        "reversed" => AttributeId.Reversed,
        "rowspan" => AttributeId.Rowspan,
        "scope" => AttributeId.Scope,
        "size" => AttributeId.Size,
        "span" => AttributeId.Span,
        "src" => AttributeId.Src,
        "start" => AttributeId.Start,
        "style" => AttributeId.Style,
        "text" => AttributeId.Text,
        "title" => AttributeId.Title,
        "type" => AttributeId.Type,
        "valign" => AttributeId.Valign,
        "value" => AttributeId.Value,
        "vspace" => AttributeId.Vspace,
        "width" => AttributeId.Width,
        "data-cid" => AttributeId.DataCid,
        "data-remote-src" => AttributeId.DataRemoteSrc,
        _ => AttributeId.Unknown,
    };
}
