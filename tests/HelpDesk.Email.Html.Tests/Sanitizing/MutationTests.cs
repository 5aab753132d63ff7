namespace HelpDesk.Email.Html.Tests.Sanitizing;

/// <summary>Tricks that pass a filter as harmless and become a script when a browser reads the filter's output.</summary>
public class MutationTests
{
    [Theory]
    // Raw text whose end stands in an attribute.
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<style><a title=\"</style><img src=x onerror=alert(1)>\">")]
    [InlineData("<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">")]
    [InlineData("<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">")]
    [InlineData("<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">")]
    [InlineData("<title><p title=\"</title><img src=x onerror=alert(1)>\">")]
    [InlineData("<iframe><p title=\"</iframe><img src=x onerror=alert(1)>\">")]
    // Foreign content that changes what raw text is.
    [InlineData("<svg><style><a id=\"</style><img src=x onerror=alert(1)>\"></a></style></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<math><mtext><table><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src=x>\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<svg><![CDATA[<img src=x onerror=alert(1)>]]>")]
    [InlineData("<svg><![CDATA[><img src=x onerror=alert(1)>]]>")]
    [InlineData("<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style></annotation-xml></math>")]
    [InlineData("<svg><foreignObject><math><mi><table><mglyph><style><img src=x onerror=alert(1)>")]
    [InlineData("<svg><desc><svg><title><p title=\"</title><img src=x onerror=alert(1)>\">")]
    // Elements that a browser moves about.
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<table><caption><form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<table><b><tr><td><select><template><img src=x onerror=alert(1)>")]
    [InlineData("<a><table><a href=javascript:alert(1)>x</a></table>")]
    [InlineData("<b><p><b><p><b><p><a href='javascript:alert(1)'>x</b></b></b>")]
    [InlineData("<select><noscript><style></select><img src=x onerror=alert(1)></style>")]
    [InlineData("<frameset><frame src=javascript:alert(1)></frameset>")]
    // Comments that end elsewhere than they seem to.
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<!---><img src=x onerror=alert(1)>-->")]
    [InlineData("<!--a--!><img src=x onerror=alert(1)>-->")]
    [InlineData("<!--[if IE]><script>alert(1)</script><![endif]-->")]
    [InlineData("<?php ?><img src=x onerror=alert(1)>")]
    [InlineData("<!DOCTYPE x[<!ENTITY y '<img src=x onerror=alert(1)>'>]>")]
    [InlineData("<% <img title=\"%><img src=x onerror=alert(1)>\"> %>")]
    // Attributes that a careless writer lets out.
    [InlineData("<p title='\"><img src=x onerror=alert(1)>'>")]
    [InlineData("<p title=\"``onmouseover=alert(1)\">")]
    [InlineData("<p title='&#34;&gt;&lt;img src=x onerror=alert(1)&gt;'>")]
    [InlineData("<img alt=\"<x\" title=\"/><img src=x onerror=alert(1)>\">")]
    [InlineData("<a href=\"http://a.test/\u2028\" onclick=alert(1)//>")]
    [InlineData("<font face='x&quot; onload=alert(1) y=&quot;'>")]
    // Tags that are nearly tags.
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<<script>alert(1);//<</script>")]
    [InlineData("<img/src=x/onerror=alert(1)>")]
    [InlineData("<img src=x onerror\n=alert(1)")]
    [InlineData("<\0script>alert(1)</script>")]
    [InlineData("<plaintext><img src=x onerror=alert(1)>")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("&lt&#59;script>alert(1)</script>")]
    public void Nothing_runs_whatever_a_browser_makes_of_it(string html)
    {
        var safe = SafeHtml.Sanitize(html);
        Assert.Empty(Safety.Breaches(safe));
        Assert.Equal(safe, Reparsed.Write(safe));
        Assert.Equal(safe, SafeHtml.Sanitize(safe));
    }

    [Fact]
    public void CVE_2026_54570_text_that_was_escaped_stays_escaped_in_every_pass()
    {
        var safe = SafeHtml.Sanitize("<svg><p><style><g title=\"</style>&lt;img src=x onerror=alert(1)&gt;\">");
        for (var pass = 0; pass < 3; pass++)
        {
            Assert.Empty(Safety.Breaches(safe));
            safe = SafeHtml.Sanitize(Reparsed.Write(safe));
        }
    }

    [Fact]
    public void CVE_2023_44390_no_markup_hides_behind_a_foreign_element()
    {
        const string html = "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">";
        Assert.DoesNotContain("<style", SafeHtml.Sanitize(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<m", SafeHtml.Sanitize(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", SafeHtml.Sanitize(html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p onclick=alert(1)>a</p>")]
    [InlineData("<p ONCLICK=alert(1) onmouseover='x' OnFocus=\"y\">a</p>")]
    [InlineData("<p/onclick=alert(1)/>a</p>")]
    [InlineData("<p\fonclick=alert(1)>a</p>")]
    [InlineData("<p on\u0000click=alert(1)>a</p>")]
    public void CVE_2026_41904_no_event_handler_is_stored(string html) => Assert.Equal("<p>a</p>", SafeHtml.Sanitize(html));

    [Theory]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<svg><style>&lt;img src=x onerror=alert(1)&gt;</style>")]
    [InlineData("<svg onload=alert(1)><style></svg><img src=x onerror=alert(1)>")]
    [InlineData("<math><style><!--</style><img src=x onerror=alert(1)>--></math>")]
    public void CVE_2018_19206_style_within_svg_stores_no_script(string html)
    {
        var safe = SafeHtml.Sanitize(html);

        Assert.DoesNotContain("onerror", safe, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload", safe, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<s", safe, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(safe, SafeHtml.Sanitize(safe));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script\n>alert(1)</script\n>")]
    [InlineData("<SCRIPT/x>alert(1)</SCRIPT x>")]
    [InlineData("<script>alert(1)")]
    [InlineData("<script><!--<script></script>alert(1)</script>")]
    public void CVE_2022_24386_no_script_is_stored(string html) => Assert.Equal("", SafeHtml.Sanitize(html));

    [Theory]
    [InlineData("<link rel=stylesheet href=http://x.test/a.css>")]
    [InlineData("<style>@import url(http://x.test/a.css);</style>")]
    [InlineData("<p style=\"background:url(http://x.test/a.png)\">")]
    [InlineData("<p style=\"@import 'http://x.test'\">")]
    [InlineData("<table background=http://x.test/a.png>")]
    [InlineData("<body background=http://x.test/a.png>")]
    [InlineData("<input type=image src=http://x.test/a.png>")]
    [InlineData("<video poster=http://x.test/a.png></video>")]
    public void CVE_2018_16586_nothing_is_fetched_to_look_at_a_mail(string html) =>
        Assert.DoesNotContain("x.test", SafeHtml.Sanitize(html), StringComparison.Ordinal);

    [Fact]
    public void CVE_2024_48938_the_markup_of_Word_takes_no_longer_than_any_other()
    {
        var html = string.Concat(Enumerable.Repeat("<!--[if gte mso 9]><xml><o:x></o:x></xml><![endif]--><p class=MsoNormal style='mso-", 20_000));
        Assert.NotNull(SafeHtml.Sanitize(html));
        Assert.NotNull(HtmlText.Convert(html));
    }
}
