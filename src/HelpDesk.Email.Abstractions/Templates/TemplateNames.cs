namespace HelpDesk.Email.Templates;

/// <summary>The names of the templates that the engine asks for.</summary>
public static class TemplateNames
{
    /// <summary>To the requester: the mail arrived, this is the ticket.</summary>
    public const string TicketReceived = "ticket-received";

    /// <summary>To the requester and the subscribers: somebody answered.</summary>
    public const string TicketUpdated = "ticket-updated";

    /// <summary>To the sender: the ticket takes no more mail, please write a new one.</summary>
    public const string RejectedByLock = "rejected-by-lock";

    /// <summary>To the sender: not everybody may start a ticket here by mail, and what to do instead.</summary>
    public const string RejectedByRequirements = "rejected-by-requirements";

    /// <summary>To the sender: nobody can start a ticket here by mail, and what to do instead.</summary>
    public const string RejectedByPolicy = "rejected-by-policy";
}
