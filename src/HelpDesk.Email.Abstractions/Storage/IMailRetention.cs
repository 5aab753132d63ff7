namespace HelpDesk.Email.Storage;

/// <summary>Lets go what was kept long enough. Facts stay: a row outlives its octets.</summary>
/// <remarks>
/// Each call does a bounded piece of work, and in steps so small that nobody who writes waits long; it is called again until
/// it finds nothing. Safe on any thread and from several processes at once: what two of them find is let go once.
/// </remarks>
public interface IMailRetention
{
    /// <summary>Purges octets of the journal, the oldest first, until what is left keeps within the limits.</summary>
    /// <remarks>
    /// <para>Only octets whose rows are all finished, not quarantined, and whose sources need not be told any more are purged;
    /// all others stay, and count. Octets that rows share are as old as the youngest of these, count once, and go from all of
    /// them at once.</para>
    /// <para>The rows stay, with their facts, their trace, size and hash; equal octets that come later are still recognised.
    /// <see cref="IMailJournal.OpenContentAsync"/> gives <see langword="null"/> for the rows from then on, also when equal
    /// octets come again. What a mail of the outbox or a file of a ticket shares with them stays there.</para>
    /// </remarks>
    /// <param name="limits">What may be kept.</param>
    /// <param name="max">How many contents are purged in this call at most.</param>
    /// <param name="cancellationToken">Ends the call; what was purged before stays purged.</param>
    /// <returns>What was purged; <see cref="PurgedContent.None"/> when there is nothing left to purge.</returns>
    ValueTask<PurgedContent> PurgeContentAsync(ContentLimits limits, int max, CancellationToken cancellationToken);

    /// <summary>Deletes mails of the outbox that failed, were suppressed or discarded, with their octets, the oldest first.</summary>
    /// <param name="before">Those are deleted whose last attempt ended before this; without an attempt, that were written before it.</param>
    /// <param name="max">How many mails are deleted in this call at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were deleted; 0 when there are none left.</returns>
    ValueTask<int> DeleteFailedMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken);

    /// <summary>Purges the octets of mails of the outbox that were sent, those first that were sent first.</summary>
    /// <remarks>
    /// The rows stay, with their Message-IDs, recipients and replies, so that answers and reports still find them;
    /// <see cref="IOutbox.OpenContentAsync"/> gives <see langword="null"/> for them from then on. Octets that other rows share stay there.
    /// </remarks>
    /// <param name="before">The octets of those go whose last attempt ended before this.</param>
    /// <param name="max">How many mails lose their octets in this call at most.</param>
    /// <param name="cancellationToken">Ends the call; what was purged before stays purged.</param>
    /// <returns>How many mails lost them; 0 when there are none left.</returns>
    ValueTask<int> PurgeSentMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken);
}
