using System.Text.RegularExpressions;
using HelpDesk.Email.Routing;

namespace HelpDesk.Email.Tests.Routing;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{1} and {2}", "ab and b")]
    [InlineData("{two}{3}", "bc")]
    [InlineData("{} {not closed {1}", "{} {not closed ab")]
    [InlineData("{ 1 }", "{ 1 }")]
    [InlineData("{4}", null)]
    public void Groups_are_counted_through_all_patterns(string text, string? expected)
    {
        var groups = new GroupValues();
        groups.Add(Regex.Match("abc", "(a(?<two>b))").Groups);
        groups.Add(Regex.Match("c", "(c)( *)").Groups);

        Assert.Equal(expected, ValueText.Parse(text).With(groups));
    }

    [Fact]
    public void A_value_is_one_short_line()
    {
        var groups = new GroupValues();
        groups.Add(Regex.Match("a\r\nb\u0000\u2028" + new string('x', 500), "((?s).*)").Groups);

        var value = ValueText.Parse("{1}").With(groups);

        Assert.StartsWith("a  b  xxx", value, StringComparison.Ordinal);
        Assert.Equal(200, value!.Length);
    }
}
