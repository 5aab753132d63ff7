namespace HelpDesk.Email.Tickets;

/// <summary>What an entry of a ticket is.</summary>
public enum EntryKind
{
    /// <summary>Something a person wrote.</summary>
    Message,

    /// <summary>Something worth knowing that is no turn of the conversation: an automatic answer, a meeting. Nobody waits for an answer to it.</summary>
    Note,
}
