using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>What was looked up for one mail of an occasion and serves the others too. For one caller at a time.</summary>
internal sealed class OccasionMemory
{
    /// <summary>Who addresses are; <see langword="null"/> for those that nobody knows.</summary>
    public Dictionary<EmailAddress, Contact?> People { get; } = [];

    /// <summary>The newest entries of the ticket, the oldest of them first; <see langword="null"/> as long as nobody asked.</summary>
    public IReadOnlyList<TicketEntry>? Entries { get; set; }

    /// <summary>Who an address is, or <see langword="null"/>; asked once.</summary>
    public async ValueTask<Contact?> PersonAsync(IContactDirectory contacts, EmailAddress address, CancellationToken cancellationToken)
    {
        if (!People.TryGetValue(address, out var contact))
        {
            contact = await contacts.FindAsync(address, cancellationToken).ConfigureAwait(false);
            People[address] = contact;
        }

        return contact;
    }
}
