using System.Text;

namespace HelpDesk.Email.Html.Tests.Hostile;

/// <summary>Inputs that make careless parsers slow, a million characters each.</summary>
public static class HostileHtml
{
    private const int Size = 1 << 20;

    public static TheoryData<string> Names => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<string>> Makers = new(StringComparer.Ordinal)
    {
        ["nested div"] = () => Repeat("<div>"),
        ["nested div, all closed"] = () => Repeat("<div>", Size / 11) + Repeat("</div>", Size / 11),
        ["nested blockquote with text"] = () => Repeat("<blockquote>x<br>"),
        ["nested lists with text"] = () => Repeat("<ul><li>x"),
        ["nested tables"] = () => Repeat("<table><tr><td>x"),
        ["tables without cells"] = () => Repeat("<table>"),
        ["text between cells"] = () => Repeat("<table>x<tr>"),
        ["nested spans"] = () => Repeat("<span>"),
        ["nested fonts"] = () => Repeat("<font color=red>x"),
        ["crossing formats"] = () => Repeat("<b><i></b></i>"),
        ["fonts left open in paragraphs"] = () => Repeat("<p><font color=red face=arial>x"),
        ["many fonts left open, then paragraphs"] = () => Repeat("<font face='" + new string('f', 200) + "'>", 2000) + Repeat("<p>x", Size / 8),
        ["a long font left open, then paragraphs"] = () => "<p><font face='" + new string('f', 100_000) + "'>" + Repeat("<p>x"),
        ["links in links"] = () => Repeat("<a href=http://a.test><div>x"),
        ["links left open with blocks"] = () => Repeat("<a href=http://a.test><div><ul><li>"),
        ["end tags of nothing"] = () => Repeat("</div>"),
        ["end tags deep inside"] = () => "<i><table><tr><td>" + Repeat("<div>", 250) + Repeat("</i>"),
        ["end tags of paragraphs"] = () => Repeat("</p>"),
        ["attributes"] = () => "<a " + Repeat("x=y ") + ">",
        ["attributes without values"] = () => "<a " + Repeat("x ") + ">",
        ["equal signs"] = () => "<a " + Repeat("=") + ">",
        ["attributes in many tags"] = () => Repeat("<p " + string.Concat(Enumerable.Range(0, 600).Select(i => $"a{i} ")) + ">"),
        ["open tags"] = () => Repeat("<a "),
        ["open quotes"] = () => Repeat("<a b='"),
        ["stray brackets and ampersands"] = () => Repeat("< &"),
        ["brackets"] = () => Repeat("<"),
        ["ampersands"] = () => Repeat("&"),
        ["references cut short"] = () => Repeat("&CounterClockwiseContourIntegra "),
        ["long references"] = () => Repeat("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ["numeric references"] = () => "&#" + Repeat("9") + ";",
        ["bogus comments"] = () => Repeat("<!x"),
        ["comments"] = () => Repeat("<!--"),
        ["dashes in a comment"] = () => "<!--" + Repeat("-") + "x" + Repeat("--!"),
        ["CDATA in SVG"] = () => "<svg>" + Repeat("<![CDATA["),
        ["scripts"] = () => Repeat("<script><!--"),
        ["scripts in scripts"] = () => "<script><!--" + Repeat("<script></script "),
        ["styles left open"] = () => Repeat("<style></styl"),
        ["templates left open"] = () => Repeat("<template><xml>"),
        ["SVG"] = () => Repeat("<svg><math>"),
        ["quotation marks"] = () => Repeat("<p>&gt; &gt; x</p>"),
        ["style declarations"] = () => "<p style=\"" + Repeat("color:red;") + "\">x",
        ["broken style"] = () => "<p style=\"" + Repeat("a:/*'(") + "\">x",
        ["parentheses in style"] = () => "<p style=\"color:" + Repeat("(") + "\">x",
        ["quotations"] = () => Repeat("<blockquote type=cite>x</blockquote>"),
        ["empty quotations"] = () => Repeat("<blockquote><br></blockquote>"),
        ["quotations answered"] = () => Repeat("<blockquote type=cite>x</blockquote>y"),
        ["quotations in Gmail's way"] = () => Repeat("<div class=gmail_quote>On 5.1.2026 A wrote:<blockquote>x</blockquote></div>y"),
        ["nested marks"] = () => Repeat("<div class=gmail_quote>"),
        ["marks of a split"] = () => "x" + Repeat("<div id=divRplyFwdMsg></div>"),
        ["indents under empty lines"] = () => "x" + Repeat("<br><blockquote style='border:none'></blockquote>"),
        ["attributions"] = () => Repeat("<p>On 5 Jan 2026 at 14:10 Bob wrote:</p>&gt;"),
        ["attributions that go on"] = () => Repeat("On 5 Jan 2026 at 14:10<br>"),
        ["labels"] = () => Repeat("From: x<br>"),
        ["labels in a line"] = () => Repeat("From: To: Date: "),
        ["labels under empty lines"] = () => Repeat("<br><br><br><br>From: x"),
        ["separators"] = () => Repeat("----- x -----<br>"),
        ["hard spaces"] = () => Repeat("&nbsp;") + "x",
        ["line breaks"] = () => Repeat("<br>"),
        ["rulers"] = () => Repeat("<hr>"),
        ["ruby"] = () => Repeat("<ruby><rt>x"),
        ["white space"] = () => Repeat(" \n"),
    };

    public static string Make(string name) => Makers[name]();

    private static string Repeat(string piece) => Repeat(piece, Size / piece.Length);

    private static string Repeat(string piece, int count) => new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();
}
