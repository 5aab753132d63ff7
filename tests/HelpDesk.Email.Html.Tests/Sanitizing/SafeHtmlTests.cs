namespace HelpDesk.Email.Html.Tests.Sanitizing;

public class SafeHtmlTests
{
    [Theory]
    [InlineData("<p>Hello <b>Ann</b>,<br>thanks</p>", "<p>Hello <b>Ann</b>,<br>thanks</p>")]
    [InlineData("<P ALIGN=center Class=x id=y name=z>a", "<p align=\"center\">a</p>")]
    [InlineData("1 < 2 & 3 > 2 \"x\"", "1 &lt; 2 &amp; 3 &gt; 2 &quot;x&quot;")]
    [InlineData("a&nbsp;b\u00A0c", "a\u00A0b\u00A0c")]
    [InlineData("<h1>a</h1><ul><li>b<li>c</ul>", "<h1>a</h1><ul><li>b</li><li>c</li></ul>")]
    [InlineData("<ol start=3 type=a reversed><li value=7>x</ol>", "<ol start=\"3\" type=\"a\" reversed=\"\"><li value=\"7\">x</li></ol>")]
    [InlineData("<form action=http://x.test><input name=a><button>b</button></form>", "<div>b</div>")]
    [InlineData("<details><summary>a</summary>b</details>", "<div><div>a</div>b</div>")]
    [InlineData("<o:p>a</o:p><custom-x>b</custom-x>", "ab")]
    [InlineData("<noscript>a</noscript>", "a")]
    public void Ordinary_mail_stays_as_it_is(string html, string expected) => Assert.Equal(expected, SafeHtml.Sanitize(html));

    [Theory]
    [InlineData("<p>a<div>b</div>c</p>", "<p>a</p><div>b</div>c")]
    [InlineData("<b>a<i>b</b>c</i>d", "<b>a<i>b</i></b><i>c</i>d")]
    [InlineData("<p><font color=red>a<p>b", "<p><font color=\"red\">a</font></p><p><font color=\"red\">b</font></p>")]
    [InlineData("<a href=http://a.test>a<a href=http://b.test>b", "<a href=\"http://a.test\" rel=\"noopener noreferrer nofollow\">a</a><a href=\"http://b.test\" rel=\"noopener noreferrer nofollow\">b</a>")]
    [InlineData("<table><td>a<tr><td>b", "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>")]
    [InlineData("<table>x<b>y</b><tr><td>a</table>", "<table><tbody><tr><td>x<b>y</b></td></tr><tr><td>a</td></tr></tbody></table>")]
    [InlineData("<td>a</td></div></p></b>", "a")]
    [InlineData("<h1>a<h2>b</h1>c", "<h1>a</h1><h2>b</h2>c")]
    [InlineData("<ul><li><b>a<li>b</ul>", "<ul><li><b>a</b></li><li><b>b</b></li></ul>")]
    [InlineData("<span>a<div>b</span>c</div>", "<span>a<div>bc</div></span>")]
    [InlineData("<b>a<div>b</b>c</div>d", "<b>a<div>bc</div></b>d")]
    [InlineData("<pre>\n\na</pre>", "<pre>a</pre>")]
    public void Broken_nesting_is_repaired(string html, string expected) => Assert.Equal(expected, SafeHtml.Sanitize(html));

    [Theory]
    [InlineData("<script>alert(1)</script>a")]
    [InlineData("<script src=http://x.test></script>a")]
    [InlineData("<style>p{color:red}</style>a")]
    [InlineData("<iframe src=http://x.test>b</iframe>a")]
    [InlineData("<object data=http://x.test></object><embed src=http://x.test>a")]
    [InlineData("<meta http-equiv=refresh content='0;url=http://x.test'><base href=http://x.test><link rel=stylesheet href=http://x.test>a")]
    [InlineData("<!-- b --><!x><?y?><![CDATA[z]><!DOCTYPE html>a")]
    [InlineData("<title>b</title><template>c</template>a")]
    [InlineData("<svg onload=alert(1)></svg><math></math>a")]
    [InlineData("<input type=image src=http://x.test><audio src=x></audio><video poster=x></video>a")]
    [InlineData("<xml><x:y>96</x:y></xml>a")]
    public void What_has_no_business_in_a_mail_goes(string html) => Assert.Equal("a", SafeHtml.Sanitize(html));

    [Theory]
    [InlineData("http://a.test/?x=1&amp;y=2", "http://a.test/?x=1&amp;y=2")]
    [InlineData("HTTPS://a.test", "HTTPS://a.test")]
    [InlineData(" https://a.test/\n x ", "https://a.test/ x")]
    [InlineData("mailto:ann@example.test?subject=x", "mailto:ann@example.test?subject=x")]
    [InlineData("tel:+49-30-1", "tel:+49-30-1")]
    [InlineData("https://a.test/&quot;onclick=&quot;x", "https://a.test/&quot;onclick=&quot;x")]
    public void Links_to_the_web_a_mailbox_or_a_telephone_stay(string url, string expected) =>
        Assert.Equal($"<a href=\"{expected}\" rel=\"noopener noreferrer nofollow\">a</a>", SafeHtml.Sanitize($"<a href=\"{url}\" target=_top rel=opener>a</a>"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("&#x6A;avascript&colon;alert(1)")]
    [InlineData("java&Tab;script&NewLine;:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("ht\u0001tp://a.test")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:http://a.test/x")]
    [InlineData("cid:x")]
    [InlineData("/path")]
    [InlineData("//a.test/x")]
    [InlineData("#x")]
    [InlineData("x.html")]
    [InlineData("http:x")]
    [InlineData("http:///x")]
    [InlineData("http:\\\\a.test")]
    [InlineData("http://")]
    [InlineData("")]
    [InlineData("mailto:")]
    public void Other_links_are_only_their_text(string url) => Assert.Equal("a", SafeHtml.Sanitize($"<a href=\"{url}\">a</a>"));

    [Fact]
    public void The_first_of_two_equal_attributes_counts_as_in_a_browser()
    {
        Assert.Equal("a", SafeHtml.Sanitize("<a href=javascript:x href=http://a.test>a</a>"));
        Assert.Equal("<p title=\"x\">a</p>", SafeHtml.Sanitize("<p title=x title=y>a</p>"));
        Assert.Equal("<p>a</p>", SafeHtml.Sanitize("<p style=behavior:x style=color:red>a</p>"));
    }

    [Fact]
    public void The_colours_of_the_body_stay_with_its_text()
    {
        Assert.Equal(
            "<div style=\"background-color:#102030;color:white;font-family:Arial\" dir=\"rtl\"><p>a</p></div>",
            SafeHtml.Sanitize("<html><head></head><body bgcolor=102030 text=white style='font-family:Arial' dir=rtl onload=x link=blue><p>a</p></body></html>"));
        Assert.Equal("<p>a</p>", SafeHtml.Sanitize("<body class=x><p>a</p></body>"));
        Assert.Equal("a", SafeHtml.Sanitize("a<body style=color:red>"));
    }

    [Theory]
    [InlineData("<p class=MsoNormal>a</p>", "<p style=\"margin:0\">a</p>")]
    [InlineData("<p class=MsoNormal style='margin-left:9pt;mso-x:y' lang=DE>a</p>", "<p style=\"margin:0;margin-left:9pt\" lang=\"DE\">a</p>")]
    [InlineData("<p class=other style='color:red'>a</p>", "<p style=\"color:red\">a</p>")]
    public void Paragraphs_of_Word_stay_close_together(string html, string expected) => Assert.Equal(expected, SafeHtml.Sanitize(html));

    [Fact]
    public void Too_deep_elements_are_taken_out_and_their_text_kept()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 1000)) + "a" + string.Concat(Enumerable.Repeat("</div>", 1000)) + "<p>b</p>";
        var safe = SafeHtml.Sanitize(html);
        Assert.InRange(safe.Split("<div>").Length - 1, 200, 256);
        Assert.Contains("a</div>", safe, StringComparison.Ordinal);
        Assert.EndsWith("</div><p>b</p>", safe, StringComparison.Ordinal);
        Assert.Equal(safe, SafeHtml.Sanitize(safe));
    }

    [Fact]
    public void A_null_is_refused() => Assert.Throws<ArgumentNullException>(() => SafeHtml.Sanitize(null!));
}
