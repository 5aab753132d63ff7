using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>Reads the entries of tickets where the store can list them. One reading serves all mails of an occasion.</summary>
internal sealed class TicketHistory(IEnumerable<ITicketQueries> queries)
{
    private const int Kept = 200;
    private readonly ITicketQueries? _queries = queries.LastOrDefault();

    /// <summary>The newest entries that the recipients of a mail may read, the newest first, without the one that the mail tells of.</summary>
    public async ValueTask<IReadOnlyList<TicketEntry>> ReadAsync(MailInWork mail, CancellationToken cancellationToken)
    {
        // An acknowledgement says that a mail came; what else there is it does not tell.
        if (_queries is null || mail.Occasion.Ticket is not { } ticket || mail.Planned.Kind == OutgoingKind.AutomaticAnswer || !mail.ShowsWords)
        {
            return [];
        }

        var entries = mail.Occasion.Memory.Entries ??= await _queries.NewestEntriesAsync(ticket.Number, Kept, cancellationToken).ConfigureAwait(false);
        var own = entries.LastOrDefault(entry => IsOwn(entry, mail));
        return [.. entries.Where(entry => entry != own && IsFor(entry, mail)).Reverse()];
    }

    private static bool IsFor(TicketEntry entry, MailInWork mail) =>
        mail.Planned.IsForTechnician || entry is { Visibility: EntryVisibility.Public, Kind: EntryKind.Message };

    private static bool IsOwn(TicketEntry entry, MailInWork mail) =>
        mail.Occasion.Entry is { } told
            ? (told.JournalId != 0 && entry.JournalId == told.JournalId) || (entry.Author.Equals(told.Author) && entry.At == told.At && entry.Text == told.Text)
            : entry.Author.Equals(mail.Occasion.Cause.Author) && entry.Text == mail.Occasion.Cause.Text;
}
