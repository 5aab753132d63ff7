namespace HelpDesk.Email.Html.Tests.Text;

public class HtmlTextTests
{
    [Theory]
    [InlineData("a  b\n c", "a b c")]
    [InlineData("  a <b> b</b> ", "a b")]
    [InlineData("a<b> </b>b", "a b")]
    [InlineData("a&nbsp; b", "a  b")]
    [InlineData("a&nbsp;\n", "a")]
    [InlineData("<span>a</span><span>b</span>", "ab")]
    [InlineData("a\u200Bb\u00ADc\uFEFF", "abc")]
    [InlineData("x &lt; y &amp;&amp; z", "x < y && z")]
    public void White_space_collapses_as_in_a_browser(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Theory]
    [InlineData("a<br>b", "a\nb")]
    [InlineData("a<br><br>b", "a\n\nb")]
    [InlineData("a<br/>\n  b", "a\nb")]
    [InlineData("<div>a<br></div><div>b</div>", "a\nb")]
    [InlineData("<div>a</div><div><br></div><div>b</div>", "a\n\nb")]
    [InlineData("<div><div><div>a</div></div></div><div>b</div>", "a\nb")]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("<p>a<p>b", "a\n\nb")]
    [InlineData("<p>a</p>\n\n<p></p>\n<p>b</p>", "a\n\nb")]
    [InlineData("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb")]
    [InlineData("<h1>a</h1>b", "a\n\nb")]
    [InlineData("<br><br>a<br><br>", "a")]
    [InlineData("a<br><br><br><br><br><br>b", "a\n\n\nb")]
    [InlineData("a<hr>b", "a\n\nb")]
    [InlineData("<center>a</center>b", "a\nb")]
    [InlineData("a<form>b</form>c", "a\nb\nc")]
    public void Blocks_break_lines_where_a_browser_does(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Fact]
    public void Paragraphs_of_Word_have_no_margin() => Assert.Equal(
        "Hello,\n\nyours\nAnn",
        HtmlText.Convert("<p class=MsoNormal>Hello,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>yours</p><p style='margin:0cm'>Ann</p>"));

    [Theory]
    [InlineData("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc")]
    [InlineData("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b")]
    [InlineData("<ol start=9><li>a</li><li>b<br>c</li><li value=20>d</li></ol>", "9. a\n10. b\n    c\n20. d")]
    [InlineData("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c")]
    [InlineData("<dl><dt>a<dd>b</dl>", "a\n  b")]
    [InlineData("<li>a", "- a")]
    public void Lists_have_bullets_and_numbers(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Theory]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>e", "a\tb\nc\td\ne")]
    [InlineData("<table> <tr> <td> a </td> <td> b </td> </tr> </table>", "a\tb")]
    [InlineData("<table><tr><td></td><td>b</td></tr></table>", "b")]
    [InlineData("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\tb")]
    [InlineData("<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a\nb\nc")]
    [InlineData("<table>x<tr><td>a</table>", "x\na")]
    [InlineData("<table><tr><td><table><tr><td>a</td></tr><tr><td>b</td></tr></table></td><td>c</td></tr></table>", "a\nb\nc")]
    [InlineData("a<table><tr><td>b</td></tr></table>c", "a\nb\nc")]
    public void Cells_of_a_row_stand_on_its_line(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Theory]
    [InlineData("a<blockquote>b<br>c</blockquote>d", "a\n> b\n> c\nd")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n> > b")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc")]
    [InlineData("<blockquote><ul><li>a</ul></blockquote>", "> - a")]
    public void Quotations_are_prefixed(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Theory]
    [InlineData("<pre>\n a\n\n  b\n</pre>c", " a\n\n  b\n\nc")]
    [InlineData("<pre>a&#10;b\r\nc</pre>", "a\nb\nc")]
    public void Preformatted_text_keeps_its_spaces(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Theory]
    [InlineData("<style>a</style><script>b</script><title>c</title><!-- d --><template>e</template>f")]
    [InlineData("<div style='display:none'>a<div>b</div></div>f")]
    [InlineData("<div style='DISPLAY : None !important'>a</div>f")]
    [InlineData("<span style='mso-hide:all'>a</span>f")]
    [InlineData("<div hidden>a</div>f")]
    [InlineData("<div style='max-height:0px;overflow:hidden'>a</div>f")]
    [InlineData("<div style='font-size:0;line-height:0'>a<span>b</span></div>f")]
    [InlineData("<p style='visibility:hidden'>a<p>f")]
    [InlineData("<xml><o:x>96</o:x></xml>f")]
    [InlineData("<div style='opacity:0.0'>a</div>f")]
    [InlineData("<div style='display&#58;none'>a</div>f")]
    public void What_is_not_seen_is_left_out(string html) => Assert.Equal("f", HtmlText.Convert(html));

    [Theory]
    [InlineData("<table><tr><td style='font-size:0px'><div style='font-size:13px'>a</div></td></table>", "a")]
    [InlineData("<div style='font-size:0'>x<b style='font-size:12pt'>a<i>b</i></b>y</div>", "ab")]
    [InlineData("<div style='font-size:0.9em'>a</div>", "a")]
    [InlineData("<xml>a", "a")]
    [InlineData("<div style=\"font-family:'display:none'\">a</div>", "a")]
    [InlineData("<noscript>a</noscript>", "a")]
    [InlineData("<svg><text>a</text></svg>", "a")]
    public void What_is_seen_is_kept(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Theory]
    [InlineData("a<br>-- <br>Ann", "a\n-- \nAnn")]
    [InlineData("a<div>--&nbsp;</div><div>Ann</div>", "a\n-- \nAnn")]
    [InlineData("a<br>--<br>Ann", "a\n--\nAnn")]
    public void The_mark_of_a_signature_keeps_its_space(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html));

    [Fact]
    public void Quotations_are_not_marked_if_not_wanted() =>
        Assert.Equal("a\nb\nc", HtmlText.Convert("a<blockquote>b</blockquote>c", new HtmlTextOptions { MarkQuotes = false }));

    [Fact]
    public void Links_are_only_words_unless_asked_for()
    {
        const string html = "see <a href='https://example.test/x?a=1&amp;b=2'>this page</a> or <a href='https://www.example.test/'>www.example.test</a>, <a href='mailto:ann@example.test'>ann@example.test</a> <a href='#x'>y</a>";
        Assert.Equal("see this page or www.example.test, ann@example.test y", HtmlText.Convert(html));
        Assert.Equal(
            "see this page <https://example.test/x?a=1&b=2> or www.example.test, ann@example.test y",
            HtmlText.Convert(html, new HtmlTextOptions { ShowLinks = true }));
    }

    [Fact]
    public void Images_say_their_alternative_text_if_asked_for()
    {
        const string html = "a <img src=x alt='the &quot;logo&quot;'> b";
        Assert.Equal("a b", HtmlText.Convert(html));
        Assert.Equal("a the \"logo\" b", HtmlText.Convert(html, new HtmlTextOptions { ShowImages = true }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<html><head></head><body></body></html>")]
    [InlineData("<blockquote></blockquote>")]
    public void Nothing_to_be_seen_gives_an_empty_text(string html) => Assert.Equal(html == "<" ? "<" : "", HtmlText.Convert(html));
}
