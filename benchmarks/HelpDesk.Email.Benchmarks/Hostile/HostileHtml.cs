namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>HTML against readers of HTML.</summary>
internal static class HostileHtml
{
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        HostileInput.Of("nested elements", "<div>"),
        new("nested elements, closed", size => Flood.Of("<div>", size / 2) + Flood.Of("</div>", size / 2)),
        HostileInput.Of("nested tables", "<table><tr><td>x"),
        HostileInput.Of("nested lists", "<ul><li>x"),
        HostileInput.Of("nested block quotes", "<blockquote>x<br>"),
        HostileInput.Of("crossing formats", "<b><i></b></i>"),
        HostileInput.Of("formats left open", "<p><font color=red face=arial>x"),
        new("a long format left open", size => $"<p><font face='{new string('f', size / 8)}'>{Flood.Of("<p>x", size / 2)}"),
        HostileInput.Of("links in links", "<a href=http://a.example><div>x"),
        HostileInput.Of("end tags of nothing", "</div></p></span>"),
        HostileInput.Of("end tags deep inside", "</i>", before: $"<i><table><tr><td>{Flood.Of("<div>", 1250)}"),
        HostileInput.Of("unclosed tags", "<a "),
        HostileInput.Of("unclosed quotes", "<a b='"),
        HostileInput.Of("attributes", "x=y ", before: "<a ", after: ">"),
        HostileInput.Of("attributes, all different", "abc=\"&amp;\" def ", before: "<a ", after: ">"),
        HostileInput.Of("attributes in many tags", $"<p {Flood.Of("a=1 ", 2400)}>"),
        HostileInput.Of("< &", "< &"),
        HostileInput.Of("<", "<"),
        HostileInput.Of("&", "&"),
        HostileInput.Of("references cut short", "&CounterClockwiseContourIntegra "),
        HostileInput.Of("a numeric reference", "9", before: "&#", after: ";"),
        HostileInput.Of("comments left open", "<!--"),
        HostileInput.Of("dashes in a comment", "--!", before: "<!--"),
        HostileInput.Of("scripts left open", "<script><!--"),
        HostileInput.Of("styles left open", "<style></styl"),
        HostileInput.Of("templates left open", "<template><xml>"),
        HostileInput.Of("SVG and MathML", "<svg><math>"),
        HostileInput.Of("CDATA in SVG", "<![CDATA[", before: "<svg>"),
        HostileInput.Of("style declarations", "color:red;", before: "<p style=\"", after: "\">x"),
        HostileInput.Of("broken style", "a:/*'(", before: "<p style=\"", after: "\">x"),
        HostileInput.Of("parentheses in style", "(", before: "<p style=\"color:", after: "\">x"),
        HostileInput.Of("control characters in a link", "\u0001", before: "<a href=\"java", after: "script:x\">x</a>"),
        HostileInput.Of("quotations", "<blockquote type=cite>x</blockquote>y"),
        HostileInput.Of("nested quotations", "<div class=gmail_quote>On 5.1.2026 A wrote:<blockquote>x"),
        HostileInput.Of("attributions", "<p>On 5 Jan 2026 at 14:10 Bob wrote:</p>&gt;"),
        HostileInput.Of("header labels", "From: x<br>"),
        HostileInput.Of("header labels in one line", "From: To: Date: "),
        HostileInput.Of("separators", "----- x -----<br>"),
        HostileInput.Of("hard spaces", "&nbsp;"),
        HostileInput.Of("line breaks", "<br>"),
    ];
}
