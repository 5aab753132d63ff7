using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Flow;

/// <summary>A conversation from the first mail to the last, through the whole engine in memory.</summary>
public sealed class ConversationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_makes_a_ticket_and_is_acknowledged()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        var delivery = await desk.DeliverAsync(Mails.From("Ann <ann@example.test>", "Drucker kaputt – bitte helfen", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(JournalOutcome.Created, delivery.Outcome);
        var ticket = Assert.Single(await desk.Tickets.FindAsync(TicketLookup.Of(delivery.Ticket!), Token));
        Assert.Equal("Drucker kaputt – bitte helfen", ticket.Subject);
        Assert.Equal("ann@example.test", ticket.Requester.Address);
        var sent = Assert.Single(desk.Transport.Sent);
        Assert.Equal(["ann@example.test"], sent.Recipients);
        Assert.Equal("", sent.ReversePath);
        Assert.Contains("Auto-Submitted: auto-replied", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"In-Reply-To: {delivery.Row.Facts.MessageId}", sent.Text, StringComparison.Ordinal);
        Assert.Contains("References:", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_the_acknowledgement_joins_the_ticket_with_only_what_was_written()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);
        var acknowledgement = Assert.Single(desk.Transport.Sent);

        var reply = await desk.DeliverAsync(
            Mails.From("ann@example.test", "Re: whatever", "It stopped now.\n\nOn Mon, Jan 5, 2026 at 9:00 AM Help desk wrote:\n> We got your mail.\n", inReplyTo: acknowledgement.MessageId),
            Token);

        Assert.Equal(JournalOutcome.Appended, reply.Outcome);
        Assert.Equal(first.Ticket, reply.Ticket);
        var entries = await desk.Tickets.EntriesAsync(first.Ticket!, Token).ToListAsync(Token);
        Assert.Equal(["It smokes.", "It stopped now."], entries.Select(entry => entry.Text));
        Assert.Contains(reply.Trace, line => line.Reason.Contains("signed Message-ID", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task A_stranger_who_writes_the_number_joins_nothing()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);

        var stranger = await desk.DeliverAsync(Mails.From("eve@elsewhere.test", $"Re: [#{first.Ticket}]", "Send me everything."), Token);

        Assert.Equal(JournalOutcome.Created, stranger.Outcome);
        Assert.NotEqual(first.Ticket, stranger.Ticket);
    }

    [Fact]
    public async Task The_requester_joins_by_the_number_alone()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);

        var second = await desk.DeliverAsync(Mails.From("ann@example.test", $"AW: [#{first.Ticket}] Printer", "Still."), Token);

        Assert.Equal(JournalOutcome.Appended, second.Outcome);
        Assert.Equal(first.Ticket, second.Ticket);
    }

    [Fact]
    public async Task The_same_octets_twice_make_one_ticket_and_a_duplicate_that_says_of_what()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var mail = Mails.From("ann@example.test", "Printer", "It smokes.", "<one@example.test>");
        var first = await desk.DeliverAsync(mail, Token);

        var second = await desk.DeliverAsync(mail, Token);

        Assert.Equal(JournalOutcome.Duplicate, second.Outcome);
        Assert.Equal(first.Row.Id, second.Row.DuplicateOf);
    }

    [Fact]
    public async Task Two_copies_of_one_mail_that_came_by_different_ways_make_one_ticket()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes.", "<one@example.test>", headers: "Received: from a by b; Mon, 05 Jan 2026 08:59:00 +0000\n"), Token);

        var second = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes.", "<one@example.test>", headers: "Received: from c by d; Mon, 05 Jan 2026 08:59:01 +0000\n"), Token);

        Assert.Equal(JournalOutcome.Duplicate, second.Outcome);
        Assert.Equal(first.Row.Id, second.Row.DuplicateOf);
        Assert.Equal(first.Ticket, second.Ticket);
    }

    [Fact]
    public async Task The_same_mail_with_other_boundaries_and_encodings_is_a_copy()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var first = await desk.DeliverAsync(Multipart("AAA", "8bit", "Grüße"), Token);

        var second = await desk.DeliverAsync(Multipart("BBB", "quoted-printable", "Gr=C3=BC=C3=9Fe"), Token);

        Assert.Equal(JournalOutcome.Created, first.Outcome);
        Assert.Equal(JournalOutcome.Duplicate, second.Outcome);

        static HarnessMail Multipart(string boundary, string encoding, string text) => HarnessMail.Of(
            $"From: ann@example.test\nTo: support@helpdesk.test\nSubject: Hello\nMessage-ID: <same@example.test>\nMIME-Version: 1.0\n"
            + $"Content-Type: multipart/mixed; boundary={boundary}\n\n--{boundary}\nContent-Type: text/plain; charset=utf-8\n"
            + $"Content-Transfer-Encoding: {encoding}\n\n{text}\n--{boundary}--\n");
    }

    [Fact]
    public async Task An_agents_answer_goes_to_the_requester_as_mail_that_threads()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes.", "<one@example.test>"), Token);
        var reply = new AgentReply(Guid.NewGuid(), first.Ticket!, EmailAddress.Create("tom@helpdesk.example", "Tom"), "Pull the plug.");

        var row = await desk.Mailer.ReplyAsync(reply, Token);
        var again = await desk.Mailer.ReplyAsync(reply, Token);
        await desk.SettleAsync(Token);

        Assert.Equal(row, again);
        var sent = Assert.Single(desk.Transport.Sent);
        Assert.Contains("In-Reply-To: <one@example.test>", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Auto-Submitted", sent.Text, StringComparison.Ordinal);
        Assert.Equal(2, await desk.Tickets.EntriesAsync(first.Ticket!, Token).CountAsync(Token));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", nameof(MailKind.AutoReply))]
    [InlineData("auto-submitted: Auto-Generated (cron)\n", nameof(MailKind.AutoGenerated))]
    [InlineData("Precedence: LIST\n", nameof(MailKind.MailingList))]
    public async Task Automatic_mail_makes_a_ticket_and_is_never_answered(string header, string kind)
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        var delivery = await desk.DeliverAsync(Mails.From("robot@example.test", "Report", "All is well.", headers: header), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(JournalOutcome.Created, delivery.Outcome);
        Assert.Contains(delivery.Trace, line => line.Step == "Classify" && line.Reason.StartsWith(kind, StringComparison.Ordinal));
        Assert.Empty(desk.Transport.Sent);
    }

    [Fact]
    public async Task The_fourth_acknowledgement_to_one_address_within_half_an_hour_is_dropped_and_leaves_a_row()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        HarnessDelivery? last = null;
        for (var i = 0; i < 4; i++)
        {
            last = await desk.DeliverAsync(Mails.From("ann@example.test", $"Question {i}", $"Number {i}."), Token);
        }

        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(3, desk.Transport.Sent.Count);
        Assert.Equal(OutboxState.Throttled, Assert.Single(last!.Outbox).State);
    }
}
