using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryJournal(MailTables tables) : IMailJournal
{
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<HeldContent> staged = [];
        try
        {
            foreach (var entry in entries)
            {
                staged.Add(await tables.Octets.StageAsync(entry.Content, cancellationToken).ConfigureAwait(false));
            }

            lock (tables.Gate)
            {
                return [.. entries.Select((entry, i) => Append(entry, staged[i]))];
            }
        }
        finally
        {
            tables.Octets.Drop(staged);
        }
    }

    public ValueTask<IReadOnlyList<JournalEntry>> FindAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(tables.Journal.Find(query));
        }
    }

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult<MailContent?>(tables.Journal.Get(id)?.Content);
        }
    }

    public ValueTask MarkAcknowledgedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            foreach (var row in ids.Select(tables.Journal.Get).OfType<JournalRow>())
            {
                tables.Journal.Set(row, row.Entry with { NeedsAcknowledgement = false });
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> DiscardAsync(long id, string trace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            if (tables.Journal.Get(id) is not { Entry.Outcome: JournalOutcome.Quarantined } row)
            {
                return ValueTask.FromResult(false);
            }

            JournalTransitions.ReleaseReservations(tables.Journal, row);
            tables.Journal.Set(row, row.Entry with { Outcome = JournalOutcome.Discarded, Trace = trace });
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> ReplayAsync(long id, Guid operationId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            if (tables.Journal.Get(id) is not { Entry.Outcome: JournalOutcome.Quarantined } row)
            {
                return ValueTask.FromResult(false);
            }

            JournalTransitions.ReleaseReservations(tables.Journal, row);
            tables.Journal.Set(row, row.Entry with
            {
                State = JournalState.Received,
                Outcome = JournalOutcome.None,
                OperationId = operationId,
                Attempts = 0,
                Conflicts = 0,
                NotBefore = tables.Now,
                WaitingSince = null,
                Decision = null,
                Result = null,
                Ticket = null,
                DuplicateOf = null,
                FinishedAt = null,
            });
            return ValueTask.FromResult(true);
        }
    }

    private AppendResult Append(NewJournalEntry entry, HeldContent content)
    {
        var journal = tables.Journal;
        if (journal.WithReceipt(entry.Mailbox, entry.Receipt) is { } known)
        {
            return new AppendResult(known, AppendStatus.Known);
        }

        var first = entry.DuplicateWindow > TimeSpan.Zero
            ? journal.FirstWithOctets(entry.Mailbox, content.Hash, entry.ReceivedAt - entry.DuplicateWindow)
            : null;
        var now = tables.Now;
        var row = new JournalEntry(journal.NextId(), entry.Mailbox, entry.Receipt, entry.Facts)
        {
            Origin = entry.Origin,
            State = first is null ? JournalState.Received : JournalState.Finished,
            Outcome = first is null ? JournalOutcome.None : JournalOutcome.Duplicate,
            OperationId = entry.OperationId,
            ReceivedAt = entry.ReceivedAt,
            ReversePath = entry.ReversePath,
            EnvelopeRecipients = entry.EnvelopeRecipients,
            Size = content.Length,
            ContentHash = content.Hash,
            NeedsAcknowledgement = entry.NeedsAcknowledgement,
            NotBefore = now,
            DuplicateOf = first?.Entry.Id,
            FinishedAt = first is null ? null : now,
        };
        journal.Add(row, tables.Octets.Keep(content));
        return new AppendResult(row.Id, first is null ? AppendStatus.Added : AppendStatus.Duplicate);
    }
}
