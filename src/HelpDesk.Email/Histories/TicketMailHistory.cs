using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Histories;

/// <summary>Tells the life of a ticket's mails from the mail store: what came, what was decided and why, what went out. Safe on any thread; writes nothing.</summary>
public sealed class TicketMailHistory
{
    private const int Page = 200;

    private readonly IMailStore _store;

    /// <summary>Makes one.</summary>
    /// <param name="store">The mail store; it need not be joined.</param>
    public TicketMailHistory(IMailStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <summary>Every mail of a ticket, the oldest first.</summary>
    /// <param name="ticket">Its number.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Nothing where the store knows no mail of such a ticket.</returns>
    /// <exception cref="Messages.StoreUnavailableException">The store can't be read now.</exception>
    public async ValueTask<IReadOnlyList<TicketMailEvent>> ReadAsync(string ticket, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket);
        var incoming = await AllAsync(
            before => _store.Journal.FindAsync(new JournalQuery { Ticket = ticket, Before = before, Limit = Page }, cancellationToken), row => row.Id).ConfigureAwait(false);
        var outgoing = await AllAsync(
            before => _store.Outbox.FindAsync(new OutboxQuery { Ticket = ticket, Before = before, Limit = Page }, cancellationToken), row => row.Id).ConfigureAwait(false);
        var events = incoming.Select(row => new TicketMailEvent(row.ReceivedAt) { Incoming = row, Trace = MailTrace.Read(row.Trace) })
            .Concat(outgoing.Select(row => new TicketMailEvent(row.CreatedAt) { Outgoing = row }));

        // What follows from a mail was written when that was finished: never before it, perhaps in the same moment.
        return [.. events.OrderBy(mail => mail.At).ThenBy(mail => mail.Outgoing is not null).ThenBy(mail => mail.Incoming?.Id ?? mail.Outgoing?.Id)];
    }

    private static async ValueTask<List<T>> AllAsync<T>(Func<long?, ValueTask<IReadOnlyList<T>>> find, Func<T, long> idOf)
    {
        var all = new List<T>();
        while (true)
        {
            var rows = await find(all.Count == 0 ? null : idOf(all[^1])).ConfigureAwait(false);
            all.AddRange(rows);
            if (rows.Count < Page)
            {
                return all;
            }
        }
    }
}
