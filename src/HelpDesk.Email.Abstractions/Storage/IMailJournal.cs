using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Storage;

/// <summary>The journal as those see it who write mail into it and look things up.</summary>
public interface IMailJournal
{
    /// <summary>Writes rows in one commit; when the task completes they survive a crash.</summary>
    /// <remarks>
    /// Of the rows with one receipt in one mailbox the first stays, whoever wrote it. Octets are stored once for all rows
    /// that share them. A row whose octets came to its mailbox within its window is written finished, with outcome
    /// <see cref="JournalOutcome.Duplicate"/> and <see cref="JournalEntry.DuplicateOf"/> set to the first of them.
    /// </remarks>
    /// <returns>One answer a row, in their order.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken);

    /// <summary>Finds rows, the youngest first.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> FindAsync(JournalQuery query, CancellationToken cancellationToken);

    /// <summary>The octets of a row, byte for byte; <see langword="null"/> when they were purged or the row does not exist.</summary>
    ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken);

    /// <summary>Notes that the places the rows came from were told. Unknown ids are passed over.</summary>
    ValueTask MarkAcknowledgedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);

    /// <summary>Sends a quarantined row through the engine again, under a new operation and with no attempts or conflicts counted.</summary>
    /// <remarks>The row is then as it was when it was written: no decision (nor what one reserved), no result, no ticket. Its trace stays.</remarks>
    /// <returns><see langword="false"/> when the row is not a quarantined one.</returns>
    ValueTask<bool> ReplayAsync(long id, Guid operationId, CancellationToken cancellationToken);

    /// <summary>Throws a quarantined row away: its outcome is <see cref="JournalOutcome.Discarded"/>, and its octets go when those of finished rows go.</summary>
    /// <param name="id">The row.</param>
    /// <param name="trace">Its whole trace, with who did it and why: in the engine's words.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="false"/> when the row is not a quarantined one: nothing was written.</returns>
    ValueTask<bool> DiscardAsync(long id, string trace, CancellationToken cancellationToken);
}
