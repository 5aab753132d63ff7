using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Commands;

public sealed class CommandLineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#close#\nThank you.", true, "Thank you.")]
    [InlineData("\n #close# #tech#\n\n#unsub#\nThank you.", true, "Thank you.")]
    [InlineData("#close#", true, "")]
    [InlineData("Thank you.\n#close#", false, "Thank you.\n#close#")]
    [InlineData("#close# please", false, "#close# please")]
    [InlineData("#holidays#\n#close#", false, "#holidays#\n#close#")]
    public async Task Lines_of_commands_at_the_top_are_obeyed_and_cut(string body, bool closes, string left)
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Commands:BodyLines", "true"));

        await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Re: [#1000] Printer", body), Token);

        Assert.Equal(closes ? TicketStatus.Closed : TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);
        Assert.Equal(left, (await desk.LastEntryAsync("1000", Token)).Text);
    }

    [Fact]
    public async Task Without_the_setting_they_are_words()
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Re: [#1000] Printer", "#close#\nThank you."), Token);

        Assert.Equal(TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);
        Assert.Equal("#close#\nThank you.", (await desk.LastEntryAsync("1000", Token)).Text);
    }

    [Fact]
    public async Task They_are_cut_from_the_html_too()
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Commands:BodyLines", "true"));
        var mail = HarnessMail.Of(
            "From: tess@helpdesk.test\nTo: support@helpdesk.test\nSubject: Re: [#1000] Printer\nMessage-ID: <h@helpdesk.test>\n"
            + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<div>#close#</div><div>Thank <b>you</b>.</div>\n");

        await desk.DeliverAsync(mail, Token);

        var entry = await desk.LastEntryAsync("1000", Token);
        Assert.Equal("Thank you.", entry.Text);
        Assert.DoesNotContain("#close#", entry.Html, StringComparison.Ordinal);
        Assert.Contains("Thank <b>you</b>.", entry.Html, StringComparison.Ordinal);
    }
}
