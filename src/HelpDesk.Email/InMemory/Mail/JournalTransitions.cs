using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The transitions of a claimed row. What is not in the table is refused, and then nothing is written.</summary>
internal static class JournalTransitions
{
    public static CommitResult Commit(
        MailTables tables,
        JournalRow row,
        JournalCommit commit,
        IReadOnlyList<HeldContent?> outboxOctets,
        DateTimeOffset now) =>
        (row.Entry.State, commit) switch
        {
            (JournalState.Received, DecisionCommit decision) => Decide(tables.Journal, row, decision),
            (JournalState.Decided, ResultCommit result) => Record(tables.Journal, row, result),
            (JournalState.Decided, GiveUpCommit giveUp) => GiveUp(tables.Journal, row, giveUp),
            (not JournalState.Finished, ReleaseCommit release) => Release(tables.Journal, row, release, now),
            (not JournalState.Finished, FinishCommit finish) => Finish(tables, row, finish, outboxOctets, now),
            _ => CommitResult.ClaimLost,
        };

    public static void ReleaseReservations(JournalTable journal, JournalRow row)
    {
        foreach (var key in row.Reservations)
        {
            journal.Reservations.Remove(key);
        }

        row.Reservations = [];
    }

    private static CommitResult Decide(JournalTable journal, JournalRow row, DecisionCommit decision)
    {
        foreach (var key in decision.Reservations)
        {
            if (journal.Reservations.TryGetValue(key, out var holder) && holder != row)
            {
                return new CommitResult(CommitStatus.ReservationTaken) { Holder = holder.Entry };
            }
        }

        foreach (var key in decision.Reservations)
        {
            journal.Reservations[key] = row;
        }

        row.Reservations = [.. decision.Reservations];
        journal.Set(row, row.Entry with { State = JournalState.Decided, Decision = decision.Decision, Trace = decision.Trace });
        return CommitResult.Committed;
    }

    private static CommitResult Record(JournalTable journal, JournalRow row, ResultCommit result)
    {
        journal.Set(row, row.Entry with { State = JournalState.Applied, Result = result.Result, Attempts = 1 });
        return CommitResult.Committed;
    }

    private static CommitResult GiveUp(JournalTable journal, JournalRow row, GiveUpCommit giveUp)
    {
        ReleaseReservations(journal, row);
        journal.Set(row, row.Entry with
        {
            State = JournalState.Received,
            Decision = null,
            OperationId = giveUp.OperationId,
            Conflicts = row.Entry.Conflicts + 1,
            Trace = giveUp.Trace,
        });
        return CommitResult.Committed;
    }

    private static CommitResult Release(JournalTable journal, JournalRow row, ReleaseCommit release, DateTimeOffset now)
    {
        EndClaim(journal, row);
        journal.Set(row, row.Entry with
        {
            NotBefore = release.NotBefore,
            Attempts = release.Counted ? row.Entry.Attempts : Math.Max(0, row.Entry.Attempts - 1),
            WaitingSince = release.Waiting ? row.Entry.WaitingSince ?? now : null,
            Conflicts = release.ResetConflicts ? 0 : row.Entry.Conflicts,
            Trace = release.Trace,
        });
        return CommitResult.Committed;
    }

    private static CommitResult Finish(
        MailTables tables,
        JournalRow row,
        FinishCommit finish,
        IReadOnlyList<HeldContent?> outboxOctets,
        DateTimeOffset now)
    {
        EndClaim(tables.Journal, row);
        tables.Journal.Set(row, row.Entry with
        {
            State = JournalState.Finished,
            Outcome = finish.Outcome,
            Trace = finish.Trace,
            Ticket = finish.Ticket,
            DuplicateOf = finish.DuplicateOf,
            WaitingSince = null,
            FinishedAt = now,
        });

        foreach (var message in finish.Index)
        {
            tables.MessageIndex.TryAdd(message.MessageId, message);
        }

        for (var i = 0; i < finish.Outbox.Count; i++)
        {
            NewMail.Write(tables, row.Entry.Id, finish.Outbox[i], outboxOctets[i], now);
        }

        foreach (var report in finish.Reports)
        {
            OutboxTransitions.Report(tables, report);
        }

        foreach (var address in finish.Suppressed)
        {
            tables.Suppressed[address.Address] = address;
        }

        foreach (var address in finish.Lifted)
        {
            tables.Suppressed.Remove(address);
        }

        foreach (var hostEvent in finish.Events)
        {
            tables.HostEvents.Add(hostEvent);
        }

        return CommitResult.Committed;
    }

    private static void EndClaim(JournalTable journal, JournalRow row)
    {
        row.Holding.Free();
        row.LostAttempts = 0;
        journal.Taken.Remove(row);
    }
}
