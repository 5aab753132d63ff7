using System.Diagnostics;

namespace HelpDesk.Email.Html.Tests.Quotes;

public class HostileTextTests
{
    private const int Size = 1 << 20;

    // A thousand times what they take; a quadratic reader takes minutes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Theory]
    [MemberData(nameof(HostileText.Names), MemberType = typeof(HostileText))]
    public void Hostile_text_is_parted_in_time_and_nothing_is_lost(string name)
    {
        var text = HostileText.Make(name, Size);
        var started = Stopwatch.GetTimestamp();
        var reply = TextQuotes.Split(text, new QuotesOptions { CutSignatures = true, Delimiters = ["end"] });
        Assert.True(Stopwatch.GetElapsedTime(started) < Generous);
        Assert.Equal(text.Length, reply.Reply.Length + reply.Quoted.Length + reply.Signature.Length);
    }

    [Theory]
    [MemberData(nameof(HostileText.Names), MemberType = typeof(HostileText))]
    public void The_same_in_html_is_parted_in_time(string name)
    {
        var html = HostileText.Make(name, Size / 2).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
        var started = Stopwatch.GetTimestamp();
        var reply = HtmlQuotes.Split(html, new QuotesOptions { CutSignatures = true });
        Assert.True(Stopwatch.GetElapsedTime(started) < Generous);
        Assert.True(reply.ReplyHtml.Length <= html.Length);
    }
}
