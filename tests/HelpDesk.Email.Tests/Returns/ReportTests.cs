using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Returns;

/// <summary>A report counts when we signed what it names, and otherwise not at all.</summary>
public sealed class ReportTests
{
    private const string Ann = "ann@example.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Feature", "BE-06")]
    public async Task A_bounce_marks_its_mail_by_the_return_path_or_by_the_Message_ID_and_is_told_once(bool bySubAddress)
    {
        await using var desk = await StartAsync(bySubAddress);
        var mail = await SendAsync(desk);

        var report = await desk.DeliverAsync(Bounce(mail.ReversePath, mail.MessageId, Ann), Token);

        Assert.Equal((JournalOutcome.Recorded, "1000"), (report.Row.Outcome, report.Row.Ticket));
        var marked = await RowAsync(desk, mail.Id);
        Assert.Equal((OutboxState.Failed, OutboxRecipientState.Failed, true), (marked.State, marked.Recipients[0].State, marked.Recipients[0].HasBounced));
        var notice = Assert.Single(report.Outbox);
        Assert.Equal(("delivery-failed", "tess@helpdesk.test", OutboxState.Sent), (notice.Template, notice.Recipients[0].Address, notice.State));
        Assert.Equal(Ann, Assert.Single(await Desk(desk).ListSuppressedAsync(null, 10, Token)).Address);

        // The same again says nothing new to anybody.
        var again = await desk.DeliverAsync(Bounce(mail.ReversePath, mail.MessageId, Ann, "again"), Token);
        Assert.All(again.Outbox, row => Assert.Equal(OutboxState.Throttled, row.State));
        Assert.Equal(["1000"], (await desk.Tickets.ListAsync(10, Token).ToListAsync(Token)).Select(ticket => ticket.Number));
    }

    [Fact]
    [Trait("Feature", "BE-06")]
    public async Task A_forged_report_marks_nothing_and_suppresses_nobody()
    {
        await using var desk = await StartAsync(bySubAddress: true);
        var mail = await SendAsync(desk);
        var forgedId = mail.MessageId.Replace("<hd.", "<hd.a", StringComparison.Ordinal);
        var forgedPath = mail.ReversePath.Replace("+", "+a", StringComparison.Ordinal).Remove("support+".Length + 44, 1);

        foreach (var (path, id, address) in new[] { ("support@helpdesk.test", "<guessed@helpdesk.test>", Ann), (forgedPath, forgedId, Ann), ("support@helpdesk.test", mail.MessageId, "bob@example.test") })
        {
            var report = await desk.DeliverAsync(Bounce(path, id, address, $"{path}{address}"), Token);
            Assert.Equal(JournalOutcome.Recorded, report.Row.Outcome);
            Assert.Empty(report.Outbox);
        }

        Assert.Equal(OutboxState.Sent, (await RowAsync(desk, mail.Id)).State);
        Assert.Empty(await Desk(desk).ListSuppressedAsync(null, 10, Token));
    }

    [Fact]
    [Trait("Feature", "OU-07")]
    public async Task Mail_to_a_dead_address_ends_as_suppressed_until_somebody_lifts_it_and_queues_it_again()
    {
        await using var desk = await StartAsync(bySubAddress: true);
        var mail = await SendAsync(desk);
        await desk.DeliverAsync(Bounce(mail.ReversePath, mail.MessageId, Ann), Token);
        var second = await SendAsync(desk);
        Assert.Equal(OutboxState.Suppressed, second.State);

        Assert.True(await Desk(desk).LiftAsync(EmailAddress.Create("ANN@example.test"), Token));
        Assert.True(await Desk(desk).RequeueAsync(second.Id, Token));
        await desk.SettleAsync(Token);

        Assert.Equal(OutboxState.Sent, (await RowAsync(desk, second.Id)).State);
    }

    private static IOutboxDesk Desk(HelpDeskHarness desk) => desk.Services.GetRequiredService<IOutboxDesk>();

    private static async Task<HelpDeskHarness> StartAsync(bool bySubAddress)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:SubAddressing"] = bySubAddress ? "true" : "false";
            },
            Token);
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create(Ann)) { Assignee = EmailAddress.Create("tess@helpdesk.test") });
        return desk;
    }

    private static async Task<OutboxEntry> SendAsync(HelpDeskHarness desk)
    {
        await desk.Mailer.SendAsync(new HelpDesk.Email.Mailing.TemplateMail(Guid.NewGuid(), "test", [EmailAddress.Create(Ann)]) { Ticket = "1000" }, Token);
        await desk.SettleAsync(Token);
        return (await desk.Store.Outbox.FindAsync(new OutboxQuery { Ticket = "1000", Limit = 1 }, Token))[0];
    }

    private static async Task<OutboxEntry> RowAsync(HelpDeskHarness desk, long id) => (await desk.Store.Outbox.FindAsync(new OutboxQuery { Id = id }, Token))[0];

    private static HarnessMail Bounce(string to, string messageId, string address, string nonce = "1") => HarnessMail.Of($"""
        From: MAILER-DAEMON@mx.example.test
        To: {to}
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(nonce))}@mx.example.test>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Your mail did not arrive.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.test

        Final-Recipient: rfc822; {address}
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --b
        Content-Type: text/rfc822-headers

        Message-ID: {messageId}
        Subject: test

        --b--
        """) with { ReversePath = string.Empty };
}
