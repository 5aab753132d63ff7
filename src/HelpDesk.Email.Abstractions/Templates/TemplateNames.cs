namespace HelpDesk.Email.Templates;

/// <summary>The names of the templates that the engine asks for.</summary>
public static class TemplateNames
{
    /// <summary>To the requester: the mail arrived, this is the ticket.</summary>
    public const string TicketReceived = "ticket-received";

    /// <summary>To the requester and the subscribers: somebody answered.</summary>
    public const string TicketUpdated = "ticket-updated";

    /// <summary>To technicians and others: there is a new ticket.</summary>
    public const string TicketCreated = "ticket-created";

    /// <summary>To the requester: somebody else made a ticket for them.</summary>
    public const string TicketCreatedRequester = "ticket-created-requester";

    /// <summary>To whom it concerns: the ticket was closed.</summary>
    public const string TicketClosed = "ticket-closed";

    /// <summary>To whom it concerns: the ticket was opened again.</summary>
    public const string TicketReopened = "ticket-reopened";

    /// <summary>To the technicians: somebody is in charge of the ticket.</summary>
    public const string TicketAssigned = "ticket-assigned";

    /// <summary>To the technicians: the ticket came to their category.</summary>
    public const string TicketMoved = "ticket-moved";

    /// <summary>To the technicians: an article of the knowledge base changed.</summary>
    public const string ArticleChanged = "article-changed";

    /// <summary>To the requester: the ticket was closed because nobody answered.</summary>
    public const string AutoClose = "auto-close";

    /// <summary>To the requester: how was the help?</summary>
    public const string Survey = "survey";

    /// <summary>To somebody who wrote for the first time, where the host invites such people: with what they log in.</summary>
    public const string ContactWelcome = "contact-welcome";

    /// <summary>To the sender: the ticket takes no more mail, please write a new one.</summary>
    public const string RejectedByLock = "rejected-by-lock";

    /// <summary>To the sender: not everybody may start a ticket here by mail, and what to do instead.</summary>
    public const string RejectedByRequirements = "rejected-by-requirements";

    /// <summary>To the sender: nobody can start a ticket here by mail, and what to do instead.</summary>
    public const string RejectedByPolicy = "rejected-by-policy";
}
