using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>What commands and rules want of the ticket, collected on the way; the step that admits makes one change of it.</summary>
/// <remarks>For one step at a time. Who writes later wins.</remarks>
public sealed class TicketDraft
{
    /// <summary>The status afterwards; <see langword="null"/> leaves it to what the mail is.</summary>
    public TicketStatus? Status { get; set; }

    /// <summary>The department of a ticket that is made; <see langword="null"/> is the mailbox's own.</summary>
    public string? Department { get; set; }

    /// <summary>The type; <see langword="null"/> leaves it.</summary>
    public string? Type { get; set; }

    /// <summary>The priority in the host's own words; <see langword="null"/> leaves it.</summary>
    public string? Priority { get; set; }

    /// <summary>The category; <see langword="null"/> leaves it.</summary>
    public string? Category { get; set; }

    /// <summary>Who works on it; <see langword="null"/> leaves it.</summary>
    public EmailAddress? Assignee { get; set; }

    /// <summary>Whether only technicians may read the entry, whatever else the mail says.</summary>
    public bool IsInternal { get; set; }

    /// <summary>Whether the entry is a note, and no turn of the conversation.</summary>
    public bool IsNote { get; set; }

    /// <summary>Who gets the updates of the ticket from now on. Addresses of our own mailboxes are left out.</summary>
    public IList<EmailAddress> AddSubscribers { get; } = [];

    /// <summary>Who does not get them any more.</summary>
    public IList<EmailAddress> RemoveSubscribers { get; } = [];

    /// <summary>Who is told of a ticket that is made, once, without becoming part of it.</summary>
    public IList<EmailAddress> Notify { get; } = [];

    /// <summary>Fields of the host's own, by name.</summary>
    public IDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lines that stand in brackets below the text of the entry: what was asked for and not done, and why.</summary>
    public IList<string> Notes { get; } = [];

    /// <summary>Keys under which the ticket is found again, besides the Message-ID: at most 10, such as <c>&lt;external.KEY&gt;</c>.</summary>
    public IList<string> IndexKeys { get; } = [];
}
