using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Histories;

/// <summary>The log of one mailbox, told from the mail store: each mail that came to it, what was decided and why, and what went out for it. Safe on any thread; writes nothing.</summary>
public sealed class MailboxHistory
{
    // A mail that came makes a few at most; whoever has more subscribers than this sees the first of them.
    private const int MostOutgoing = 1000;

    private readonly IMailStore _store;

    /// <summary>Makes one.</summary>
    /// <param name="store">The mail store; it need not be joined.</param>
    public MailboxHistory(IMailStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <summary>The youngest mails of a mailbox with what followed from them: a mail that came, the oldest first, and behind it those that went out for it.</summary>
    /// <param name="mailbox">Its name in the settings, as it was written when the mails came.</param>
    /// <param name="before">Only mails whose row has a lower number: that of the first mail of a page gives the page before it. <see langword="null"/> for the youngest.</param>
    /// <param name="max">How many mails that came, at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Nothing where the store knows no (further) mail of such a mailbox.</returns>
    /// <exception cref="Messages.StoreUnavailableException">The store can't be read now.</exception>
    public async ValueTask<IReadOnlyList<TicketMailEvent>> ReadAsync(string mailbox, long? before, int max, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mailbox);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        var rows = await _store.Journal.FindAsync(new JournalQuery { Mailbox = mailbox, Before = before, Limit = max }, cancellationToken).ConfigureAwait(false);
        var events = new List<TicketMailEvent>();
        foreach (var row in rows.Reverse())
        {
            events.Add(new TicketMailEvent(row.ReceivedAt) { Incoming = row, Trace = MailTrace.Read(row.Trace) });
            var outgoing = await _store.Outbox.FindAsync(new OutboxQuery { JournalId = row.Id, Limit = MostOutgoing }, cancellationToken).ConfigureAwait(false);
            events.AddRange(outgoing.Reverse().Select(mail => new TicketMailEvent(mail.CreatedAt) { Outgoing = mail }));
        }

        return events;
    }
}
