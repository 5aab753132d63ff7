using System.Diagnostics;

namespace HelpDesk.Email.Html.Tests.Hostile;

public class HangGuardTests
{
    // A thousand times what they take; a quadratic scanner takes minutes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Theory]
    [MemberData(nameof(HostileHtml.Names), MemberType = typeof(HostileHtml))]
    public void Hostile_html_becomes_text_in_time(string name)
    {
        var html = HostileHtml.Make(name);
        var started = Stopwatch.GetTimestamp();
        var text = HtmlText.Convert(html);
        Assert.True(Stopwatch.GetElapsedTime(started) < Generous);
        Assert.True(text.Length <= (html.Length * 12) + 1024, $"{html.Length} characters became {text.Length}");
    }

    [Theory]
    [MemberData(nameof(HostileHtml.Names), MemberType = typeof(HostileHtml))]
    public void Hostile_html_becomes_safe_in_time(string name)
    {
        var html = HostileHtml.Make(name);
        var started = Stopwatch.GetTimestamp();
        var safe = SafeHtml.Sanitize(html);
        Assert.True(Stopwatch.GetElapsedTime(started) < Generous);
        Assert.True(safe.Length <= (html.Length * 8) + 4096, $"{html.Length} characters became {safe.Length}");
    }

    [Theory]
    [MemberData(nameof(HostileHtml.Names), MemberType = typeof(HostileHtml))]
    public void Hostile_html_is_parted_in_time(string name)
    {
        var html = HostileHtml.Make(name);
        var started = Stopwatch.GetTimestamp();
        var reply = HtmlQuotes.Split(html);
        Assert.True(Stopwatch.GetElapsedTime(started) < Generous);
        Assert.True(reply.ReplyHtml.Length <= html.Length);
    }
}
