using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>Who wrote a mail, and how sure we are.</summary>
/// <param name="Address">
/// The address that the person used: answers go there. It is the one of From; a stand-in when From can't be read; the customer's
/// where a web form of the settings or a technician brought the mail.
/// </param>
/// <param name="Trust">How sure we are.</param>
public sealed record SenderIdentity(EmailAddress Address, SenderTrust Trust)
{
    /// <summary>The person, or <see langword="null"/> for somebody who is not known yet.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Whose From it is where that is not the person: the web form, or the technician who forwarded. Otherwise <see langword="null"/>.</summary>
    public SenderIdentity? BroughtBy { get; init; }

    /// <summary>What the person is to the help desk.</summary>
    public ContactRole Role => Contact?.Role ?? ContactRole.Requester;

    /// <summary>Whether the person answers tickets: technicians and administrators.</summary>
    public bool IsTechnician => Role is not ContactRole.Requester;

    /// <summary>Whether commands are obeyed and people added at this trust.</summary>
    public bool HasAuthority => Trust is SenderTrust.Proven or SenderTrust.NotEvaluated;

    /// <summary>Whether the person may be written down as who they say: they have authority themselves, or a technician who has it brought the mail.</summary>
    public bool IsVouchedFor => HasAuthority || BroughtBy is { HasAuthority: true, IsTechnician: true };

    /// <summary>The name under which the person's words stand: a technician's main address, whichever they used; everybody else's own.</summary>
    public EmailAddress WritesAs => IsTechnician ? Contact!.Address : Address;

    /// <summary>All addresses of the person, each once: the one that was used first, then the main one.</summary>
    public IEnumerable<EmailAddress> Addresses =>
        (Contact is { } contact ? contact.OtherAddresses.Prepend(contact.Address) : []).Prepend(Address).Distinct();

    /// <summary>Whether an address is one of this person's.</summary>
    public bool Is(EmailAddress address) => Addresses.Contains(address);

    /// <summary>Whether the person belongs to a ticket, by whichever of their addresses it knows.</summary>
    public bool BelongsTo(TicketSnapshot ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return Addresses.Any(ticket.Knows);
    }
}
