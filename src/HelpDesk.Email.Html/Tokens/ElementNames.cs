namespace HelpDesk.Email.Html.Tokens;

/// <summary>Names of elements, both ways.</summary>
internal static class ElementNames
{
    private const int LongestName = 10;

    private static readonly string[] Names = [.. Enum.GetValues<ElementId>().Select(id => id.ToString().ToLowerInvariant())];

    /// <summary>The name as we write it.</summary>
    internal static string NameOf(ElementId element) => Names[(int)element];

    /// <summary>The element of that name, in any case of letters.</summary>
    internal static ElementId Find(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName) return ElementId.Unknown;
        Span<char> lower = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            lower[i] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        return FindLower(lower[..name.Length]);
    }

    private static ElementId FindLower(ReadOnlySpan<char> name) => name switch
    {
        "a" => ElementId.A,
        "abbr" => ElementId.Abbr,
        "acronym" => ElementId.Acronym,
        "address" => ElementId.Address,
        "article" => ElementId.Article,
        "aside" => ElementId.Aside,
        "b" => ElementId.B,
        "bdi" => ElementId.Bdi,
        "bdo" => ElementId.Bdo,
        "big" => ElementId.Big,
        "blockquote" => ElementId.Blockquote,
        "body" => ElementId.Body,
        "br" => ElementId.Br,
        "caption" => ElementId.Caption,
        "center" => ElementId.Center,
        "cite" => ElementId.Cite,
        "code" => ElementId.Code,
        "col" => ElementId.Col,
        "colgroup" => ElementId.Colgroup,
        "dd" => ElementId.Dd,
        "del" => ElementId.Del,
        "dfn" => ElementId.Dfn,
        "div" => ElementId.Div,
        "details" or "dialog" or "fieldset" or "form" or "hgroup" or "legend" or "search" or "summary" => ElementId.Div,
        "dl" => ElementId.Dl,
        "dt" => ElementId.Dt,
        "em" => ElementId.Em,
        "figcaption" => ElementId.Figcaption,
        "figure" => ElementId.Figure,
        "font" => ElementId.Font,
        "footer" => ElementId.Footer,
        "h1" => ElementId.H1,
        "h2" => ElementId.H2,
        "h3" => ElementId.H3,
        "h4" => ElementId.H4,
        "h5" => ElementId.H5,
        "h6" => ElementId.H6,
        "head" => ElementId.Head,
        "header" => ElementId.Header,
        "hr" => ElementId.Hr,
        "html" => ElementId.Html,
        "i" => ElementId.I,
        "iframe" => ElementId.Iframe,
        "img" or "image" => ElementId.Img,
        "ins" => ElementId.Ins,
        "kbd" => ElementId.Kbd,
        "li" => ElementId.Li,
        "main" => ElementId.Main,
        "mark" => ElementId.Mark,
        "math" => ElementId.Math,
        "nav" => ElementId.Nav,
        "noembed" => ElementId.Noembed,
        "noframes" => ElementId.Noframes,
        "ol" => ElementId.Ol,
        "p" => ElementId.P,
        "plaintext" => ElementId.Plaintext,
        "pre" or "listing" => ElementId.Pre,
        "q" => ElementId.Q,
        "rb" => ElementId.Rb,
        "rp" => ElementId.Rp,
        "rt" => ElementId.Rt,
        "rtc" => ElementId.Rtc,
        "ruby" => ElementId.Ruby,
        "s" => ElementId.S,
        "samp" => ElementId.Samp,
        "script" => ElementId.Script,
        "section" => ElementId.Section,
        "small" => ElementId.Small,
        "span" => ElementId.Span,
        "strike" => ElementId.Strike,
        "strong" => ElementId.Strong,
        "style" => ElementId.Style,
        "sub" => ElementId.Sub,
        "sup" => ElementId.Sup,
        "svg" => ElementId.Svg,
        "table" => ElementId.Table,
        "tbody" => ElementId.Tbody,
        "td" => ElementId.Td,
        "template" => ElementId.Template,
        "textarea" => ElementId.Textarea,
        "tfoot" => ElementId.Tfoot,
        "th" => ElementId.Th,
        "thead" => ElementId.Thead,
        "time" => ElementId.Time,
        "title" => ElementId.Title,
        "tr" => ElementId.Tr,
        "tt" => ElementId.Tt,
        "u" => ElementId.U,
        "ul" or "dir" or "menu" => ElementId.Ul,
        "var" => ElementId.Var,
        "wbr" => ElementId.Wbr,
        "xml" => ElementId.Xml,
        "xmp" => ElementId.Xmp,
        "area" or "base" or "basefont" or "bgsound" or "embed" or "frame" or "input" or "keygen" or "link" or "meta"
            or "param" or "source" or "track" => ElementId.OtherVoid,
        _ => ElementId.Unknown,
    };
}
