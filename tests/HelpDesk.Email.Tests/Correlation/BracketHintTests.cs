using HelpDesk.Email.Correlation;
using HelpDesk.Email.Html;

namespace HelpDesk.Email.Tests.Correlation;

/// <summary>HTML is not read for keywords where it can have no bracket: the hint must know every way to write one.</summary>
public sealed class BracketHintTests
{
    [Theory]
    [InlineData("<p>[Ticket - 5]</p>", true)]
    [InlineData("<p>［Ticket － ５］</p>", true)]
    [InlineData("&#91;Ticket - 5&#93;", true)]
    [InlineData("&#91Ticket - 5]", true)]
    [InlineData("&#0000000000000000000000000000000091;", true)]
    [InlineData("&#x5b;", true)]
    [InlineData("&#X5B;", true)]
    [InlineData("&#x0005B ", true)]
    [InlineData("&#39;&#39;&#65339;", true)]
    [InlineData("&#xfF3b;", true)]
    [InlineData("&lsqb;", true)]
    [InlineData("&lbrack;", true)]
    [InlineData("&am&#91;", true)]
    [InlineData("<p>It&#39;s &lt;here&gt;&nbsp;&#8217;</p>", false)]
    [InlineData("&#x5c;&#9;&#1;", false)]
    [InlineData("&#4294967387;", false)]
    [InlineData("&#910;&#x5b0;", false)]
    [InlineData("]&#93;&rsqb;", false)]
    [InlineData("&#", false)]
    [InlineData("&#x", false)]
    [InlineData("&#;&#x;91", false)]
    [InlineData("", false)]
    public void It_says_yes_wherever_the_text_has_one(string html, bool expected)
    {
        Assert.Equal(expected, HtmlText.Convert(html).IndexOfAny(['[', '\uFF3B']) >= 0);
        Assert.Equal(expected, BracketHint.IsIn(html));
    }
}
