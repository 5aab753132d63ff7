using AngleSharp.Html.Parser;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Tests.Tokens;

public class CharacterReferenceTests
{
    [Theory]
    [InlineData("&amp;", "&")]
    [InlineData("&amp", "&")]
    [InlineData("&ampx", "&ampx")]
    [InlineData("&amp=", "&amp=")]
    [InlineData("&nbsp;", "\u00A0")]
    [InlineData("&notin;", "\u2209")]
    [InlineData("&not;in", "\u00ACin")]
    [InlineData("&CounterClockwiseContourIntegral;", "\u2233")]
    [InlineData("&Afr;", "\U0001D504")]
    [InlineData("&NotEqualTilde;", "\u2242\u0338")]
    [InlineData("&#65;&#x42;&#X43", "ABC")]
    [InlineData("&#x80;&#150;&#x81;", "\u20AC\u2013\u0081")]
    [InlineData("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#;&#x;&;& &unknown;", "&#;&#x;&;& &unknown;")]
    [InlineData("a\r\nb\rc\0", "a\nb\nc\uFFFD")]
    public void References_in_values_stand_for_their_characters(string value, string expected)
    {
        var buffer = new CharBuffer(stackalloc char[8]);
        Assert.Equal(expected, HtmlDecoder.DecodeValue(value, ref buffer).ToString());
        buffer.Dispose();
    }

    [Theory]
    [InlineData("&ampx;&notit;&copyright", "&x;\u00ACit;\u00A9right")]
    public void In_text_a_name_without_semicolon_may_run_on(string text, string expected) => Assert.Equal(expected, HtmlText.Convert(text));

    [Fact]
    public void Every_reference_agrees_with_another_parser()
    {
        var random = new Random(20261121);
        var names = File.ReadLines(ReferenceTable.Path).Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')[0].TrimEnd('!')).ToArray();
        var parser = new HtmlParser();
        string[] tails = ["", ";", "=", "x", " ", ";x"];
        foreach (var name in names)
        {
            var value = $"a&{name}{tails[random.Next(tails.Length)]}b";
            var document = parser.ParseDocument($"<a title='{value}'></a>");
            var buffer = new CharBuffer(64);
            Assert.Equal(document.QuerySelector("a")!.GetAttribute("title"), HtmlDecoder.DecodeValue(value, ref buffer).ToString());
            buffer.Dispose();
        }
    }
}
