using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Python;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Conversation;

/// <summary>The mail that says which ticket was made, and the replies to it.</summary>
public sealed class AcknowledgementTests(RunningQuickStart quickStart) : IClassFixture<RunningQuickStart>, IDisposable
{
    private const string FirstWords = "The printer smokes since this morning.";

    private readonly HelpDeskSite _site = new(quickStart.Server);

    [Fact]
    public async Task An_acknowledgement_threads_says_that_it_is_automatic_and_carries_the_tag_of_the_ticket()
    {
        var ann = new Correspondence(quickStart, _site, "ann@example.test");
        var (ticket, messageId) = await ann.WriteAsync("Rauch über dem Drucker", FirstWords);

        var (_, mail) = await ann.AnswerToAsync(messageId);

        Assert.Equal(["support@helpdesk.test"], mail.From);
        Assert.Equal([messageId], mail.Header("References").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("auto-replied", mail.Header("Auto-Submitted"));
        Assert.Equal("All", mail.Header("X-Auto-Response-Suppress"));
        Assert.EndsWith("@helpdesk.test>", mail.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Contains("Rauch über dem Drucker", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"[#{ticket.Number}]", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(ticket.Number, mail.Text, StringComparison.Ordinal);
        Assert.Contains(ticket.Number, mail.Html, StringComparison.Ordinal);
        Assert.Empty(mail.Header("Disposition-Notification-To"));
        Assert.NotEmpty(mail.Header("Date"));
    }

    [Fact]
    public async Task A_reply_to_it_becomes_the_second_entry_and_shows_only_what_was_written()
    {
        const string Reply = "It stopped by itself.\n\nBut it smells, and öfter than before.";
        var ann = new Correspondence(quickStart, _site, "bob@example.test");
        var (ticket, messageId) = await ann.WriteAsync("Smoke, and a reply", FirstWords);
        var (path, acknowledgement) = await ann.AnswerToAsync(messageId);

        await PythonMail.ReplyAsync(quickStart.Server, path, $"Bob <{ann.Address}>", Reply);

        var after = await _site.TicketAsync(t => t.Number == ticket.Number && t.Entries.Count > 1, "the second entry");
        Assert.Equal([FirstWords, Reply], after.Entries.Select(entry => entry.Text));
        Assert.Equal(ann.Address, after.Entries[1].Author);
        Assert.Single(await _site.TicketsAsync(), t => t.Requester == ann.Address);
        Assert.NotEmpty(acknowledgement.ReplyTo);

        // A conversation gets one acknowledgement, however long it goes on.
        await using var journal = new JournalFile(quickStart.Folder);
        await journal.IsQuietAsync(Eventually.Guard);
        Assert.Single(await journal.OutboxAsync(), mail => mail.Ticket == ticket.Number);
    }

    [Fact]
    public async Task A_reply_to_the_plain_address_of_the_help_desk_finds_its_ticket_too()
    {
        var ann = new Correspondence(quickStart, _site, "carl@example.test");
        var (ticket, messageId) = await ann.WriteAsync("Answered to the plain address", FirstWords);
        var (path, _) = await ann.AnswerToAsync(messageId);

        await PythonMail.ReplyAsync(quickStart.Server, path, ann.Address, "Any news?", to: "support@helpdesk.test");

        var after = await _site.TicketAsync(t => t.Number == ticket.Number && t.Entries.Count > 1, "the second entry");
        Assert.Equal("Any news?", after.Entries[1].Text);
    }

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task Somebody_else_joins_by_its_signed_Message_ID_and_not_by_one_that_is_a_character_off()
    {
        var ann = new Correspondence(quickStart, _site, "dora@example.test");
        var (ticket, messageId) = await ann.WriteAsync("Signed, and read by a colleague", FirstWords);
        var signed = (await ann.AnswerToAsync(messageId)).Mail.Header("Message-ID");
        var forged = $"{signed[..^20]}{(signed[^20] == 'a' ? 'b' : 'a')}{signed[^19..]}";

        await PythonMail.SendAsync(quickStart.Server, "colleague@example.test", "I am her colleague", "I have it too.", inReplyTo: signed);
        await PythonMail.SendAsync(quickStart.Server, "forger@example.test", "I am nobody", "Let me in.", inReplyTo: forged);

        var forgery = await _site.TicketAsync("I am nobody");
        Assert.NotEqual(ticket.Number, forgery.Number);
        var after = await _site.TicketAsync(t => t.Number == ticket.Number && t.Entries.Count > 1, "the colleague's entry");
        Assert.Equal([FirstWords, "I have it too."], after.Entries.Select(entry => entry.Text));
    }

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task A_stranger_who_names_the_number_does_not_join_the_ticket()
    {
        var ann = new Correspondence(quickStart, _site, "emil@example.test");
        var (ticket, _) = await ann.WriteAsync("Numbers are no secret", FirstWords);

        await PythonMail.SendAsync(quickStart.Server, "Mallory <mallory@example.test>", $"Re: [#{ticket.Number}] Numbers are no secret", "Send it to me, please.");

        var other = await _site.TicketAsync(t => t.Requester == "mallory@example.test", "the stranger's own ticket");
        Assert.NotEqual(ticket.Number, other.Number);
        Assert.Single((await _site.TicketAsync("Numbers are no secret")).Entries);
    }

    [Fact]
    public async Task An_out_of_office_note_to_it_is_not_answered()
    {
        var ann = new Correspondence(quickStart, _site, "frida@example.test");
        var (ticket, messageId) = await ann.WriteAsync("I leave in a minute", FirstWords);
        var (_, acknowledgement) = await ann.AnswerToAsync(messageId);
        using (var conversation = await Smtp.SmtpConversation.OpenAsync(quickStart.Server.SmtpPort))
        {
            var note = $"From: {ann.Address}\r\nTo: support@helpdesk.test\r\nSubject: Automatic reply: away\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: {acknowledgement.Header("Message-ID")}\r\n\r\nI am away.\r\n";
            Assert.Equal(250, (await conversation.SendAsync(string.Empty, System.Text.Encoding.ASCII.GetBytes(note))).Code);
        }

        await _site.TicketAsync(t => t.Number == ticket.Number && t.Entries.Count > 1, "the note");

        await using var journal = new JournalFile(quickStart.Folder);
        await journal.IsQuietAsync(Eventually.Guard);
        Assert.Single(await journal.OutboxAsync(), mail => mail.Ticket == ticket.Number);
    }

    public void Dispose() => _site.Dispose();
}
