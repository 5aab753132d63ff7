using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Quarantine;

/// <summary>The mails that were set aside because they could not be processed, or may not be. Safe on any thread and from several processes.</summary>
/// <param name="store">The mail store. Not disposed.</param>
/// <param name="time">The clock of what is written to a trace.</param>
public sealed class MailQuarantine(IMailStore store, TimeProvider time)
{
    /// <summary>The mails, the youngest first.</summary>
    /// <param name="before">Only those below this number: the next page; <see langword="null"/> for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store can't be read now.</exception>
    public async ValueTask<IReadOnlyList<QuarantinedMail>> ListAsync(long? before, int limit, CancellationToken cancellationToken)
    {
        var query = new JournalQuery { Outcome = JournalOutcome.Quarantined, Before = before, Limit = limit };
        return [.. (await store.Journal.FindAsync(query, cancellationToken).ConfigureAwait(false)).Select(Told)];
    }

    /// <summary>One mail, or <see langword="null"/> where there is none of this number in quarantine.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be read now.</exception>
    public async ValueTask<QuarantinedMail?> FindAsync(long id, CancellationToken cancellationToken) =>
        await FindRowAsync(id, cancellationToken).ConfigureAwait(false) is { } row ? Told(row) : null;

    /// <summary>The octets of a mail, exactly as they came; <see langword="null"/> where there is none of this number in quarantine. Whoever gets them disposes them.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be read now.</exception>
    public async ValueTask<MailContent?> OpenAsync(long id, CancellationToken cancellationToken) =>
        await FindRowAsync(id, cancellationToken).ConfigureAwait(false) is null ? null : await store.Journal.OpenContentAsync(id, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a mail through the engine once more: the next worker that looks takes it.</summary>
    /// <returns><see langword="false"/> where there is none of this number in quarantine.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was changed; try again later.</exception>
    public ValueTask<bool> ReplayAsync(long id, CancellationToken cancellationToken) => store.Journal.ReplayAsync(id, Guid.NewGuid(), cancellationToken);

    /// <summary>Throws a mail away. Its row stays and says why; its octets go when those of finished mails go.</summary>
    /// <param name="id">The number of its row.</param>
    /// <param name="reason">Why, and by whom, for whoever asks later.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="false"/> where there is none of this number in quarantine.</returns>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was changed; try again later.</exception>
    public async ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await FindRowAsync(id, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        var trace = MailTrace.Write([.. MailTrace.Read(row.Trace), new TraceLine("Quarantine", "discarded", reason) { At = time.GetUtcNow() }]);
        return await store.Journal.DiscardAsync(id, trace, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<JournalEntry?> FindRowAsync(long id, CancellationToken cancellationToken)
    {
        var rows = await store.Journal.FindAsync(new JournalQuery { Id = id, Outcome = JournalOutcome.Quarantined, Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return rows.Count > 0 ? rows[0] : null;
    }

    private static QuarantinedMail Told(JournalEntry row)
    {
        var trace = MailTrace.Read(row.Trace);
        return new QuarantinedMail(row.Id, row.ReceivedAt, row.Mailbox, trace is [.., var last] ? $"{last.Step}: {last.Reason}" : "the trace says nothing")
        {
            Origin = row.Origin,
            From = row.Facts.From,
            Subject = row.Facts.Subject,
            MessageId = row.Facts.MessageId,
            Size = row.Size,
            Attempts = row.Attempts,
            Trace = trace,
        };
    }
}
