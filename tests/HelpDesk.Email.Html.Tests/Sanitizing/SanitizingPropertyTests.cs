namespace HelpDesk.Email.Html.Tests.Sanitizing;

public class SanitizingPropertyTests
{
    private const int Cases = 5_000;

    [Fact]
    public void A_browser_builds_just_what_was_written()
    {
        var generator = new HtmlGenerator(1);
        for (var i = 0; i < Cases; i++)
        {
            var html = generator.Next();
            var output = SafeHtml.Sanitize(html);
            Assert.True(output == Reparsed.Write(output), $"case {i}:\n{html}\n=>\n{output}\n=>\n{Reparsed.Write(output)}");
        }
    }

    [Fact]
    public void Nothing_outside_the_lists_is_left()
    {
        var generator = new HtmlGenerator(2);
        for (var i = 0; i < Cases; i++)
        {
            var html = generator.Next();
            var output = SafeHtml.Sanitize(html);
            Assert.True(Safety.Breaches(output) is [], $"case {i}:\n{html}\n=>\n{output}\n{string.Join('\n', Safety.Breaches(output))}");
        }
    }

    [Theory]
    [InlineData(RemoteImages.Hold, false)]
    [InlineData(RemoteImages.Show, true)]
    [InlineData(RemoteImages.Remove, false)]
    public void Sanitising_twice_changes_nothing(RemoteImages images, bool keepsData)
    {
        var options = new SafeHtmlOptions { RemoteImages = images, KeepDataImages = keepsData, ResolveContentId = id => id.Length > 3 ? null : "/part?" + id };
        var generator = new HtmlGenerator(3);
        for (var i = 0; i < Cases; i++)
        {
            var html = generator.Next();
            var once = SafeHtml.Sanitize(html, options);
            var twice = SafeHtml.Sanitize(once, options);
            Assert.True(once == twice, $"case {i}:\n{html}\n=>\n{once}\n=>\n{twice}");
        }
    }

    [Fact]
    public void Text_and_sanitised_text_are_the_same()
    {
        var generator = new HtmlGenerator(4);
        for (var i = 0; i < Cases; i++)
        {
            // Hiding is told by style and by the attribute hidden; neither is generated here.
            var html = generator.Next();
            var text = Words(HtmlText.Convert(html));
            var safe = Words(HtmlText.Convert(SafeHtml.Sanitize(html)));
            Assert.True(text == safe, $"case {i}:\n{html}\n=>\n{SafeHtml.Sanitize(html)}\n{text}\n{safe}");
        }
    }

    private static string Words(string text) => string.Concat(text.Where(char.IsLetter));
}
