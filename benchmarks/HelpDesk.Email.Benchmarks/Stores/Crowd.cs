using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Benchmarks.Stores;

/// <summary>Eight writers that take mails all their way: journal, decision, one of a few tickets that all of them change, result, and end with mail and event.</summary>
internal static class Crowd
{
    public const int Writers = 8;

    private static readonly EmailAddress Person = EmailAddress.Create("person@sender.test");

    /// <summary>Works mails that are in the journal.</summary>
    /// <param name="stores">Those of each writer.</param>
    /// <param name="tickets">The tickets.</param>
    /// <returns>How many calls failed.</returns>
    public static async Task<int> WorkAsync(IReadOnlyList<StoreWork> stores, IReadOnlyList<string> tickets)
    {
        var failed = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var (mail, ticketStore) = (stores[writer % stores.Count].Mail, stores[writer % stores.Count].Tickets);
            while (await mail.Queue.ClaimAsync($"writer {writer}", 5, TimeSpan.FromMinutes(5), CancellationToken.None) is { Count: > 0 } claims)
            {
                foreach (var claim in claims)
                {
                    try
                    {
                        await OneAsync(mail, ticketStore, claim, tickets[(int)(claim.Entry.Id % tickets.Count)]);
                    }
                    catch (StoreUnavailableException)
                    {
                        Interlocked.Increment(ref failed);
                    }
                }
            }
        })));
        return failed;
    }

    public static async Task<string> NewTicketAsync(ITicketStore store) =>
        (await store.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), Subject = "Printer", Requester = Person }, CancellationToken.None)).Ticket!.Number;

    /// <summary>Takes one mail all its way.</summary>
    public static async Task OneAsync(IMailStore mail, ITicketStore tickets, JournalClaim claim, string ticket)
    {
        await mail.Queue.CommitAsync(claim, new DecisionCommit("{}", "[]", [claim.Entry.Facts.MessageId]), CancellationToken.None);
        var entry = new NewTicketEntry(Person, "It is on fire.") { At = claim.Entry.ReceivedAt, JournalId = claim.Entry.Id };
        await tickets.ApplyAsync(new TicketChange { OperationId = claim.Entry.OperationId, TicketNumber = ticket, Entry = entry }, CancellationToken.None);
        await mail.Queue.CommitAsync(claim, new ResultCommit("{}"), CancellationToken.None);
        var answer = new NewOutboxEntry($"<answer-{claim.Entry.Id}@helpdesk.test>", ["person@sender.test"], MailContent.FromOctets("Subject: We have it\r\n\r\n"u8.ToArray()))
        {
            Ticket = ticket,
            NotBefore = claim.Entry.ReceivedAt,
            Throttle = [new ThrottleLimit("all", 1_000_000, TimeSpan.FromHours(1))],
        };
        await mail.Queue.CommitAsync(
            claim,
            new FinishCommit(JournalOutcome.Appended, "[]")
            {
                Ticket = ticket,
                Index = [new IndexedMessage(claim.Entry.Facts.MessageId, ticket)],
                Outbox = [answer],
                Events = [new NewHostEvent(Guid.NewGuid(), "updated", ticket, "{}")],
            },
            CancellationToken.None);
    }
}
