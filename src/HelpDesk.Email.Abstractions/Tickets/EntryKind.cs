namespace HelpDesk.Email.Tickets;

/// <summary>What an entry of a ticket is.</summary>
public enum EntryKind
{
    /// <summary>Something a person wrote.</summary>
    Message,

    /// <summary>Something worth knowing that is no turn of the conversation: an automatic answer, a delivery report.</summary>
    Note,
}
