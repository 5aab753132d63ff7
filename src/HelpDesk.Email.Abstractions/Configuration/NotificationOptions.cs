namespace HelpDesk.Email.Configuration;

/// <summary>Who is told of what happens to a ticket, below <c>Notifications</c>. The whole table of events, audiences and these switches is in <c>docs/reference/notifications.md</c>.</summary>
/// <remarks>Whoever works on tickets counts as technician here, administrators included; "category" means category and department.</remarks>
public sealed class NotificationOptions
{
    /// <summary>Whether anybody is told anything, answers of agents and acknowledgements included. Refused mail is answered, and what a host sends by itself goes out, all the same.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether somebody is told of what they did themselves.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool NotifySelf { get; set; }

    /// <summary>Whether the requester is told that the ticket was made: by the acknowledgement of their mail, or where somebody else made it for them.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RequesterOnCreated { get; set; } = true;

    /// <summary>Whether the requester is told of updates.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RequesterOnUpdated { get; set; } = true;

    /// <summary>Whether the requester is told that the ticket was closed, with links to rate the help.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RequesterOnClosed { get; set; } = true;

    /// <summary>Whether the assignee is told of a ticket that is made for them.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool TechnicianOnCreated { get; set; } = true;

    /// <summary>Whether the assignee is told of updates, and of a ticket that becomes theirs.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool TechnicianOnUpdated { get; set; } = true;

    /// <summary>Whether all administrators are told of new tickets.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AdministratorsOnCreated { get; set; }

    /// <summary>Whether the technicians of the category are told of new tickets.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CategoryTechniciansOnCreated { get; set; } = true;

    /// <summary>Whether the technicians of the category that a ticket is moved to are told, those left out who had seen it.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CategoryTechniciansOnMoved { get; set; } = true;

    /// <summary>Whether all technicians of the category are told when a customer writes.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CategoryTechniciansOnRequesterUpdate { get; set; }

    /// <summary>Whether all technicians of the category are told when one of them takes a ticket.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CategoryTechniciansOnTaken { get; set; }

    /// <summary>Whether all technicians of the category are told when an article of the knowledge base changes.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CategoryTechniciansOnArticleChanged { get; set; }

    /// <summary>Whether agents are told when a mail did not reach its addressee, once for each ticket and address: who works on the ticket, else the technicians of its category and department, else the administrators.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AgentsOnDeliveryFailed { get; set; } = true;

    /// <summary>Whether the addresses that a ticket's type or a rule names are told of new tickets.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool TypeAddressesOnCreated { get; set; } = true;

    /// <summary>Which updates the subscribers get.</summary>
    /// <value>The default is <see cref="SubscriberUpdates.WrittenByTechnicians"/>.</value>
    public SubscriberUpdates Subscribers { get; set; } = SubscriberUpdates.WrittenByTechnicians;

    /// <summary>Whether what customers write goes to technicians only: neither to the requester, where somebody else wrote it, nor to subscribers.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CustomerRepliesToTechniciansOnly { get; set; } = true;

    /// <summary>Whether one mail goes to all who are told the same; it can't have links that are one person's own then. Customers and technicians never stand in one mail.</summary>
    /// <value>The default is <see cref="OneMailToAll.Off"/>.</value>
    public OneMailToAll OneMailToAll { get; set; }

    /// <summary>The addresses of the administrators, where the host has no <c>ITicketAudience</c> that says it.</summary>
    public IList<string> Administrators { get; set; } = [];

    /// <summary>What the host's own events bring, by the name of the event.</summary>
    public IDictionary<string, NotificationEventOptions> Events { get; set; } = new Dictionary<string, NotificationEventOptions>(StringComparer.OrdinalIgnoreCase);
}
