using System.Diagnostics;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Routing;

namespace HelpDesk.Email.Tests.Routing;

public sealed class RuleSpeedTests
{
    // What made other engines stop: each of them fits in more and more ways the longer the text is.
    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+b")]
    [InlineData("(.*a){20}b")]
    [InlineData("^(\\w+\\s?)*!$")]
    [InlineData("([a-z]+)*@([a-z]+\\.)+x")]
    public void A_pattern_over_a_megabyte_is_done_in_a_moment(string pattern)
    {
        var test = TextTest.PatternOf(pattern);
        var text = new string('a', 1_000_000);
        var watch = Stopwatch.StartNew();

        try
        {
            test.IsMatch(text);
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            // The bound: the rule does not hold, and the mail goes on.
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void The_book_of_some_settings_is_made_once()
    {
        var settings = new HelpDeskEmailOptions { Rules = { ["r"] = new RuleOptions { Always = true } } };

        Assert.Same(RuleBook.Of(settings), RuleBook.Of(settings));
    }
}
