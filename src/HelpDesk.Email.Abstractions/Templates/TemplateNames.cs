namespace HelpDesk.Email.Templates;

/// <summary>The names of the templates that the engine asks for.</summary>
public static class TemplateNames
{
    /// <summary>To the requester, by itself: the mail arrived, this is the ticket.</summary>
    public const string TicketReceived = "ticket-received";

    /// <summary>To technicians and others who look after it: there is a new ticket.</summary>
    public const string TicketCreated = "ticket-created";

    /// <summary>To the requester: somebody else opened a ticket for them.</summary>
    public const string TicketCreatedRequester = "ticket-created-requester";

    /// <summary>To the requester, the technicians and the subscribers: somebody answered.</summary>
    public const string TicketUpdated = "ticket-updated";

    /// <summary>The ticket was closed; to the requester with links to rate it.</summary>
    public const string TicketClosed = "ticket-closed";

    /// <summary>The ticket was opened again.</summary>
    public const string TicketReopened = "ticket-reopened";

    /// <summary>Somebody works on the ticket now.</summary>
    public const string TicketAssigned = "ticket-assigned";

    /// <summary>The ticket came to another department or category.</summary>
    public const string TicketMoved = "ticket-moved";

    /// <summary>To technicians: an article of the knowledge base was changed.</summary>
    public const string ArticleChanged = "article-changed";

    /// <summary>To the requester: nothing was heard for long, so the ticket was closed.</summary>
    public const string AutoClose = "auto-close";

    /// <summary>To the requester: how did we do.</summary>
    public const string Survey = "survey";

    /// <summary>To a requester who asked for it: their tickets.</summary>
    public const string TicketList = "ticket-list";

    /// <summary>To a user who forgot what they log in with. The password is required in it.</summary>
    public const string ForgotLogin = "forgot-login";

    /// <summary>To a user whose address is to be proven. The link is required in it.</summary>
    public const string VerifyAddress = "verify-address";

    /// <summary>To members of the community: what happened there.</summary>
    public const string CommunityDigest = "community-digest";

    /// <summary>To members of the community: somebody wrote a comment.</summary>
    public const string CommunityComment = "community-comment";

    /// <summary>A report that is mailed on a schedule.</summary>
    public const string Report = "report";

    /// <summary>To technicians: a mail of ours did not reach its addressee.</summary>
    public const string DeliveryFailed = "delivery-failed";

    /// <summary>To somebody who wrote for the first time, where the host invites such people: with what they log in.</summary>
    public const string ContactWelcome = "contact-welcome";

    /// <summary>To the sender: the ticket takes no more mail, please write a new one.</summary>
    public const string RejectedByLock = "rejected-by-lock";

    /// <summary>To the sender: not everybody may start a ticket here by mail, and what to do instead.</summary>
    public const string RejectedByRequirements = "rejected-by-requirements";

    /// <summary>To the sender: nobody can start a ticket here by mail, and what to do instead.</summary>
    public const string RejectedByPolicy = "rejected-by-policy";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TicketReceived, TicketCreated, TicketCreatedRequester, TicketUpdated, TicketClosed, TicketReopened, TicketAssigned, TicketMoved,
        ArticleChanged, AutoClose, Survey, TicketList, ForgotLogin, VerifyAddress, CommunityDigest, CommunityComment, Report, DeliveryFailed,
        ContactWelcome, RejectedByLock, RejectedByRequirements, RejectedByPolicy,
    ];
}
