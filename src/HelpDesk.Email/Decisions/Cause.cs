using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>What made a row: the mail, or the agent's answer, as far as planning needs it.</summary>
/// <param name="Origin">Which of them.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="MessageId">Its Message-ID.</param>
internal sealed record Cause(JournalOrigin Origin, EmailAddress Author, string MessageId)
{
    /// <summary>The mailbox it came to, or that it is answered from.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The ids of its References and its own, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The subject as it came.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>Whether a program may answer it.</summary>
    public bool MayRespond { get; init; }

    /// <summary>Whether another help desk wrote it: an acknowledgement at most, and of those few.</summary>
    public bool IsOtherHelpDesk { get; init; }

    /// <summary>Whether its words may stand in an answer: not those of somebody who may not be who they say.</summary>
    public bool MayEcho { get; init; }

    /// <summary>Whether a contact is made of the author just before the change is applied.</summary>
    public bool CreatesContact { get; init; }

    /// <summary>Who is told of a ticket that is made, besides those whom the rules of notification name.</summary>
    public IReadOnlyList<EmailAddress> Notify { get; init; } = [];

    /// <summary>Further keys of the message index that lead to the ticket.</summary>
    public IReadOnlyList<string> IndexKeys { get; init; } = [];

    /// <summary>The text of an agent's answer; empty for a mail.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>What the entry is that the ticket gets.</summary>
    public EntryKind EntryKind { get; init; }

    /// <summary>Whether a program wrote it.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether it is so old that nobody is told of it: mail of a mailbox with a history, or after an outage.</summary>
    public bool IsOld { get; init; }

    /// <summary>Where the ticket stood before, or <see langword="null"/> for one that is made.</summary>
    public TicketPlace? Before { get; init; }

    /// <summary>Whether only technicians may know of it.</summary>
    public bool IsInternal { get; init; }
}
