using System.Text;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Mailing;

/// <summary>What a host sends by itself.</summary>
public sealed class HostMailTests
{
    private static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test", "Ann");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "OU-09")]
    public async Task A_template_goes_to_each_recipient_once_however_often_it_is_handed_over()
    {
        await using var desk = await StartAsync();
        var mail = new TemplateMail(Guid.NewGuid(), "forgot-login", [Ann, EmailAddress.Create("bob@example.test")]);

        var first = await desk.Mailer.SendAsync(mail, Token);
        await desk.SettleAsync(Token);
        var second = await desk.Mailer.SendAsync(mail, Token);
        await desk.SettleAsync(Token);

        Assert.Equal(first, second);
        Assert.Equal(["ann@example.test", "bob@example.test"], desk.Transport.Sent.SelectMany(sent => sent.Recipients).Order());
    }

    [Fact]
    [Trait("Feature", "OU-09")]
    public async Task A_mail_of_the_hosts_own_goes_out_as_it_is_without_Bcc_and_its_answer_joins_the_ticket()
    {
        await using var desk = await StartAsync();
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, Ann));
        var octets = "From: Tess <tess@helpdesk.test>\nTo: ann@example.test\nBcc: boss@helpdesk.test,\n sales@helpdesk.test\nSubject: Your printer\nMessage-ID: <own.1@helpdesk.test>\n\nBcc: is a word.\nPull the plug.\n";

        var row = await desk.Mailer.SendAsync(new ReadyMail(Guid.NewGuid(), MailContent.FromOctets(Encoding.ASCII.GetBytes(octets)), [Ann]) { Ticket = "1000" }, Token);
        await desk.SettleAsync(Token);

        Assert.Equal(JournalOutcome.Recorded, (await desk.LookAtAsync(row, Token)).Outcome);
        var sent = Assert.Single(desk.Transport.Sent);
        var text = Encoding.ASCII.GetString(sent.Octets.Span);
        Assert.EndsWith("From: Tess <tess@helpdesk.test>\r\nTo: ann@example.test\r\nSubject: Your printer\r\nMessage-ID: <own.1@helpdesk.test>\r\n\r\nBcc: is a word.\r\nPull the plug.\r\n", text, StringComparison.Ordinal);
        Assert.StartsWith("Date: Mon, 05 Jan 2026 09:00:00 +0000\r\n", text, StringComparison.Ordinal);
        var answer = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: Your printer", "Thanks.", inReplyTo: "<own.1@helpdesk.test>"), Token);
        Assert.Equal("1000", answer.Ticket);
    }

    [Fact]
    public async Task An_answer_has_HTML_that_is_made_safe_and_files()
    {
        await using var desk = await StartAsync();
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, Ann));
        var reply = new AgentReply(Guid.NewGuid(), "1000", EmailAddress.Create("tess@helpdesk.test"), "See the plan.")
        {
            Html = "<p>See the <b>plan</b>.<script>alert(1)</script></p>",
            Files = [new ReplyFile("../plan.txt", "text/plain", () => new MemoryStream("Plug, pull."u8.ToArray()))],
        };

        await desk.Mailer.ReplyAsync(reply, Token);
        await desk.SettleAsync(Token);

        var entries = new List<TicketEntry>();
        await foreach (var each in desk.Tickets.EntriesAsync("1000", Token))
        {
            entries.Add(each);
        }

        var entry = Assert.Single(entries);
        Assert.Equal("<p>See the <b>plan</b>.</p>", entry.Html);
        var file = Assert.Single(entry.Attachments);
        Assert.Equal("plan.txt", file.FileName);
        using var reader = new StreamReader(file.Open());
        Assert.Equal("Plug, pull.", await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task What_can_not_be_done_is_told_by_its_row()
    {
        await using var desk = await StartAsync();

        var reply = await desk.Mailer.RaiseAsync(new TicketNotice(Guid.NewGuid(), "99", NotificationEvent.Closed), Token);
        await desk.SettleAsync(Token);

        var told = await desk.LookAtAsync(reply, Token);
        Assert.Equal(JournalOutcome.Rejected, told.Outcome);
        Assert.Equal("there is no ticket 99", told.Trace[^1].Reason);
    }

    [Fact]
    public async Task Wrong_requests_are_refused_at_once()
    {
        await using var desk = await StartAsync();
        var unfit = new Dictionary<string, object?> { ["user"] = new Dictionary<string, object?> { ["self"] = new Uri("https://example.test") } };

        await Assert.ThrowsAsync<ArgumentException>(() => desk.Mailer.SendAsync(new TemplateMail(Guid.NewGuid(), "survey", []), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Mailer.RaiseAsync(new TicketNotice(Guid.NewGuid(), "1", NotificationEvent.Custom), Token));
        var told = await Assert.ThrowsAsync<ArgumentException>(() => desk.Mailer.SendAsync(new TemplateMail(Guid.NewGuid(), "survey", [Ann]) { Values = unfit }, Token));
        Assert.Contains("'user.self' is a System.Uri", told.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Mailer.SendAsync(new ReadyMail(Guid.NewGuid(), MailContent.FromOctets("no mail"u8.ToArray()), [Ann]), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Mailer.SendAsync(new TemplateMail(Guid.NewGuid(), "survey", [Ann]) { Mailbox = "gone" }, Token));
    }

    [Fact]
    public void Values_come_back_as_what_they_were()
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(1));
        var values = new Dictionary<string, object?> { ["text"] = "a", ["number"] = 3, ["part"] = 1.5m, ["yes"] = true, ["at"] = at, ["none"] = null, ["list"] = new object?[] { "b", new Dictionary<string, object?> { ["c"] = "d" } } };
        var mail = new TemplateMail(Guid.NewGuid(), "survey", [Ann]) { Values = values };

        var json = System.Text.Json.JsonSerializer.Serialize(mail, HostRequestJson.Default.TemplateMail);
        var read = System.Text.Json.JsonSerializer.Deserialize(json, HostRequestJson.Default.TemplateMail)!;

        Assert.Equal<object?>(["a", 3L, 1.5m, true, at, null], [read.Values["text"], read.Values["number"], read.Values["part"], read.Values["yes"], read.Values["at"], read.Values["none"]]);
        var list = Assert.IsAssignableFrom<IReadOnlyList<object?>>(read.Values["list"]);
        Assert.Equal("d", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(list[1])["c"]);
    }

    private static Task<HelpDeskHarness> StartAsync() => HelpDeskHarness.StartAsync(_ => { }, Token);
}
