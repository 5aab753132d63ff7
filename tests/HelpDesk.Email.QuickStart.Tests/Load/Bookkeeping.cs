using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Server;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.QuickStart.Tests.Load;

/// <summary>Compares what was sent with what stands in the tickets, the journal and the outbox.</summary>
internal static class Bookkeeping
{
    /// <summary>Every accepted mail is one entry, in the ticket of its conversation, and every conversation has one acknowledgement.</summary>
    public static async Task IsRightAsync(MailPlan plan, IReadOnlyList<TicketView> tickets, JournalFile journal, DataFolder folder)
    {
        await JournalIsRightAsync(plan, journal);
        EntriesAreRight(plan, tickets);
        AcknowledgementsAreRight(plan, folder);
    }

    private static async Task JournalIsRightAsync(MailPlan plan, JournalFile journal)
    {
        var rows = await journal.RowsAsync();
        Assert.Empty(rows.Where(row => row.Outcome == JournalOutcome.Quarantined).Select(row => $"row {row.Id} is quarantined: {row.Trace}"));
        Assert.All(rows, row => Assert.True(
            row.Outcome is JournalOutcome.Created or JournalOutcome.Appended or JournalOutcome.Duplicate, $"row {row.Id} is {row.State} {row.Outcome}"));
        Assert.Equal(plan.Mails.Count, rows.Count(row => row.Outcome is JournalOutcome.Created or JournalOutcome.Appended));
        Assert.All(await journal.OutboxAsync(), mail => Assert.True(mail.State == OutboxState.Sent, $"outbox row {mail.Id} is {mail.State}: {mail.LastError}"));
    }

    private static void EntriesAreRight(MailPlan plan, IReadOnlyList<TicketView> tickets)
    {
        var entries = tickets.SelectMany(ticket => ticket.Entries.Select(entry => (entry.Text, Ticket: ticket))).ToLookup(entry => entry.Text, entry => entry.Ticket);
        Assert.Empty(plan.Mails.Where(mail => !entries[mail.Mail.Text].Any()).Select(mail => $"mail {mail.Number} is missing"));
        Assert.Empty(plan.Mails.Where(mail => entries[mail.Mail.Text].Count() > 1).Select(mail => $"mail {mail.Number} stands there twice"));
        Assert.Equal(plan.Mails.Count, tickets.Sum(ticket => ticket.Entries.Count));

        var threads = plan.Mails.Where(mail => !mail.IsReply).ToDictionary(mail => mail.Number, mail => entries[mail.Mail.Text].Single().Number);
        Assert.Empty(plan.Mails
            .Select(mail => (Mail: mail, Ticket: entries[mail.Mail.Text].Single().Number))
            .Where(found => found.Ticket != threads[found.Mail.Thread])
            .Select(found => $"mail {found.Mail.Number} is in ticket {found.Ticket}, its conversation in {threads[found.Mail.Thread]}"));
    }

    private static void AcknowledgementsAreRight(MailPlan plan, DataFolder folder)
    {
        var sent = folder.OutgoingMails().Select(OutgoingMail.Read).ToList();
        Assert.All(sent, mail => Assert.Equal("auto-replied", mail.Header("Auto-Submitted")));
        var byPerson = sent.ToLookup(mail => mail.Header("To"), mail => mail.Header("Message-ID"));
        Assert.All(plan.Mails.Where(mail => !mail.IsReply), mail =>
            Assert.True(byPerson[mail.Mail.From].Distinct().Count() == 1, $"{mail.Mail.From} got {byPerson[mail.Mail.From].Distinct().Count()} acknowledgements"));
        Assert.Equal(sent.Count, sent.Select(mail => mail.Header("Message-ID")).Distinct().Count());
    }
}
