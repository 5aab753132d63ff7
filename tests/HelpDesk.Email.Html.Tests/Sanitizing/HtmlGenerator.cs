using System.Text;

namespace HelpDesk.Email.Html.Tests.Sanitizing;

/// <summary>Makes HTML that goes wrong in as many ways as it can, the same for the same seed.</summary>
internal sealed class HtmlGenerator(int seed)
{
    private static readonly string[] Names =
    [
        "a", "b", "i", "font", "span", "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody", "thead", "caption",
        "col", "colgroup", "br", "hr", "img", "h1", "h2", "pre", "blockquote", "center", "address", "section", "ruby", "rt", "rp", "code",
        "svg", "math", "style", "script", "title", "textarea", "noscript", "iframe", "xmp", "plaintext", "template", "select", "option",
        "form", "button", "input", "mi", "mtext", "mglyph", "annotation-xml", "foreignObject", "desc", "o:p", "xml", "body", "html", "head",
        "nobr", "object", "marquee", "frameset", "frame", "noembed", "noframes", "image", "listing", "isindex", "keygen", "nav", "u", "s", "tt",
    ];

    private static readonly string[] Attributes =
    [
        "href=http://a.test/x", "href='javascript:alert(1)'", "href=\"java&#10;script:alert(1)\"", "href=' https://b.test/?a&amp;b '", "src=x", "src=http://i.test/a.png",
        "src='cid:a%40b'", "src=data:image/png;base64,AAAA", "style='color:red'", "style=\"color:red;position:fixed;background:url(x) #fff\"",
        "style='font:12px/1.5 \"A B\",sans-serif !important'", "style='margin:-9px;width:1px;expression(1)'", "onclick=alert(1)", "onerror='x'", "title='</style><b>'",
        "title=\"--><script>\"", "title=' a\tb\u0001 '", "alt=' '", "alt='x&#1;'", "alt=\"'\"", "id=x", "class=y", "name=z", "width=10", "width='1e9'", "colspan=2", "align=left", "dir=rtl",
        "bgcolor=FFFFFF", "text=#000", "size=+1", "start=-3", "nowrap", "data-cid='a b'", "data-remote-src=http://i.test/b.png", "a<b", "'", "\"", "=", "/", "xmlns=x",
    ];

    private static readonly string[] Pieces =
    [
        "text", " ", "\n", "\r\n", "\r", "\0", "\f", "&nbsp;", "&amp;", "&lt;img src=x onerror=alert(1)&gt;", "&#60;", "&#13;", "&#10;", "&#0;", "&#x80;", "&amp", "&", "<", ">", "\"", "'", "`",
        "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?php", "<!DOCTYPE html>", "</", "<!", "\u0001", "\u00A0", "\u2028", "\uD83D\uDE00", "\uD800", "&notit;", "&CounterClockwiseContourIntegral;",
    ];

    private readonly Random _random = new(seed);

    internal string Next()
    {
        var html = new StringBuilder();
        if (_random.Next(25) == 0) Dig(html);
        for (var count = _random.Next(1, 40); count > 0; count--)
        {
            switch (_random.Next(10))
            {
                case < 5:
                    Tag(html);
                    break;
                case < 8:
                    html.Append("</").Append(Pick(Names)).Append('>');
                    break;
                default:
                    html.Append(Pick(Pieces));
                    break;
            }
        }

        return html.ToString();
    }

    // Near the greatest depth other rules hold.
    private void Dig(StringBuilder html)
    {
        string[] ways = ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span>", "<blockquote><p>", "<p><span><ruby>"];
        for (var depth = _random.Next(240, 258); depth > 0; depth -= 2) html.Append(Pick(ways)).Append("<span>");
    }

    private void Tag(StringBuilder html)
    {
        html.Append('<').Append(_random.Next(8) == 0 ? Pick(Names).ToUpperInvariant() : Pick(Names));
        while (_random.Next(2) == 0) html.Append(' ').Append(Pick(Attributes));
        html.Append(_random.Next(12) switch { 0 => "/>", 1 => "", _ => ">" });
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
