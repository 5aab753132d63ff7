using System.Collections.Concurrent;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Tests.Broken.Mail;
using HelpDesk.Email.Testing.Tests.Broken.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Desks;

/// <summary>Stores that look like those in order as long as nobody dies.</summary>
internal static class DeskDefects
{
    private const string NewMail = "A_crash_anywhere_while_a_mail_becomes_a_ticket_loses_and_doubles_nothing";
    private const string Reply = "A_crash_anywhere_while_a_reply_joins_its_ticket_loses_and_doubles_nothing";
    private const string Answer = "A_crash_anywhere_while_an_agent_answers_loses_and_doubles_nothing";
    private const string Within = "A_crash_within_a_change_leaves_all_of_it_or_nothing";
    private const string Pause = "A_worker_that_was_given_up_and_goes_on_changes_nothing";

    public static IReadOnlyList<DeskDefect> All { get; } =
    [
        new("ignores the OperationId", NewMail, Reply, Answer, Pause) { Tickets = Of(_ => Spoil.Changes(change => change with { OperationId = Guid.NewGuid() })) },
        new("knows its operations as long as the process lives", NewMail, Reply, Answer) { Tickets = Of(_ => KnowingWhileAlive()) },
        new("writes the ticket and its result first, and the entry then", Within) { Tickets = Of(_ => WritingTwice()) },
        new("loses the last entry with the process", Answer) { Tickets = Of(_ => LosingTheLast()) },
        new("takes the mail in when it has time", NewMail, Reply) { Mails = new MailDefect("takes the mail in when it has time", _ => TakingInLate()) },
        new("knows mails by the process that got them", NewMail, Reply) { Mails = new MailDefect("knows mails by the process that got them", _ => ForgettingReceipts()) },
        new("writes what workers finish that lost their claim", Pause) { Mails = new MailDefect("writes what workers finish that lost their claim", LettingFinish) },
    ];

    private static TicketDefect Of(Func<InMemory.InMemoryTicketStore, TicketTampering> make) => new("is broken", make);

    private static TicketTampering KnowingWhileAlive()
    {
        var ids = new ConcurrentDictionary<Guid, Guid>();
        return new()
        {
            Crash = ids.Clear,
            Apply = (change, next, _) => next(change with { OperationId = ids.GetOrAdd(change.OperationId, _ => Guid.NewGuid()) }),
        };
    }

    private static TicketTampering WritingTwice()
    {
        var known = new ConcurrentDictionary<Guid, bool>();
        return new()
        {
            Apply = async (change, next, _) =>
            {
                if (change.Entry is not { Attachments.Count: > 0 } entry)
                {
                    return await next(change);
                }

                var first = await next(change with { Entry = null, Status = change.Status ?? TicketStatus.Open });
                return known.TryAdd(change.OperationId, true)
                    ? first with { EntryId = (await next(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = first.Ticket!.Number, Entry = entry })).EntryId }
                    : first;
            },
        };
    }

    private static TicketTampering LosingTheLast()
    {
        var isCrashed = false;
        return new()
        {
            Crash = () => isCrashed = true,
            Apply = (change, next, _) =>
            {
                isCrashed = false;
                return next(change);
            },
            Entries = entries => isCrashed ? entries.SkipLast(1) : entries,
        };
    }

    // What was taken in last is not on disk yet when its source hears of it.
    private static MailTampering TakingInLate()
    {
        var ids = new ConcurrentDictionary<long, bool>();
        var lost = new ConcurrentDictionary<long, bool>();
        return new()
        {
            Crash = () =>
            {
                foreach (var id in ids.Keys)
                {
                    lost[id] = true;
                }
            },
            Append = async (rows, next, _) =>
            {
                var results = await next(rows);
                ids.Clear();
                foreach (var result in results)
                {
                    ids[result.Id] = true;
                }

                return results;
            },
            ClaimRows = async (request, next, _) =>
            {
                ids.Clear();
                return [.. (await next(request)).Where(claim => !lost.ContainsKey(claim.Entry.Id))];
            },
            FindRows = async (query, next, _) => [.. (await next(query)).Where(row => !lost.ContainsKey(row.Id))],
        };
    }

    private static MailTampering ForgettingReceipts()
    {
        var crashes = 0;
        return new()
        {
            Crash = () => crashes++,
            Append = (rows, next, _) => next([.. rows.Select(row => row with { Receipt = $"{row.Receipt}/{crashes}", DuplicateWindow = TimeSpan.Zero })]),
        };
    }

    private static MailTampering LettingFinish(MailWorld world) => new()
    {
        CommitRow = async (made, next, _) =>
        {
            var result = await next(made);
            if (result.Status == CommitStatus.ClaimLost && made.Commit is FinishCommit)
            {
                // Whoever comes last writes: the mail stands there once more.
                var row = await world.RowAsync(made.Claim.Entry.Id);
                using var content = await world.Inner.Journal.OpenContentAsync(row.Id, CancellationToken.None);
                await world.Inner.Journal.AppendAsync(
                    [new NewJournalEntry(row.Mailbox, $"{row.Receipt}/late", content!, row.Facts) { OperationId = Guid.NewGuid(), ReceivedAt = row.ReceivedAt }], CancellationToken.None);
            }

            return result;
        },
    };
}
