using HelpDesk.Email.Configuration;
using HelpDesk.Email.Templates;
using static HelpDesk.Email.Notifications.NotificationAudience;
using static HelpDesk.Email.Notifications.NotificationEvent;

namespace HelpDesk.Email.Notifications;

/// <summary>Who is told of what: the whole of it. For one event the first line that holds for a person is the one.</summary>
internal static class NotificationTable
{
    public static IReadOnlyList<NotificationRule> Rules { get; } =
    [
        // The acknowledgement of a mail is the autoresponder's: it answers the sender of the mail, whom the planner names.
        Rule(Created, Requester, TemplateNames.TicketCreatedRequester, "RequesterOnCreated, Departments:NAME:Autoresponder", o => o.RequesterOnCreated),
        Rule(Created, Assignee, TemplateNames.TicketCreated, "TechnicianOnCreated", o => o.TechnicianOnCreated),
        Rule(Created, Technicians, TemplateNames.TicketCreated, "CategoryTechniciansOnCreated", o => o.CategoryTechniciansOnCreated),
        Rule(Created, Administrators, TemplateNames.TicketCreated, "AdministratorsOnCreated", o => o.AdministratorsOnCreated),
        Rule(Created, TypeAddresses, TemplateNames.TicketCreated, "TypeAddressesOnCreated", o => o.TypeAddressesOnCreated),

        Rule(UpdatedByRequester, Assignee, TemplateNames.TicketUpdated, "TechnicianOnUpdated", o => o.TechnicianOnUpdated),
        Rule(UpdatedByRequester, Technicians, TemplateNames.TicketUpdated, "CategoryTechniciansOnRequesterUpdate", o => o.CategoryTechniciansOnRequesterUpdate),
        Rule(UpdatedByRequester, Requester, TemplateNames.TicketUpdated, "RequesterOnUpdated, CustomerRepliesToTechniciansOnly", o => o is { RequesterOnUpdated: true, CustomerRepliesToTechniciansOnly: false }),
        Rule(UpdatedByRequester, Subscribers, TemplateNames.TicketUpdated, "Subscribers, CustomerRepliesToTechniciansOnly", o => o is { Subscribers: SubscriberUpdates.All, CustomerRepliesToTechniciansOnly: false }),

        Rule(UpdatedByTechnician, Requester, TemplateNames.TicketUpdated, "RequesterOnUpdated", o => o.RequesterOnUpdated),
        Rule(UpdatedByTechnician, Subscribers, TemplateNames.TicketUpdated, "Subscribers", o => o.Subscribers != SubscriberUpdates.None),
        Rule(UpdatedByTechnician, Assignee, TemplateNames.TicketUpdated, "TechnicianOnUpdated", o => o.TechnicianOnUpdated),

        Rule(Closed, Requester, TemplateNames.TicketClosed, "RequesterOnClosed", o => o.RequesterOnClosed),
        Rule(Closed, Subscribers, TemplateNames.TicketClosed, "Subscribers", o => o.Subscribers != SubscriberUpdates.None),
        Rule(Closed, Assignee, TemplateNames.TicketClosed, "TechnicianOnUpdated", o => o.TechnicianOnUpdated),

        Rule(Reopened, Requester, TemplateNames.TicketReopened, "RequesterOnUpdated", o => o.RequesterOnUpdated),
        Rule(Reopened, Assignee, TemplateNames.TicketReopened, "TechnicianOnUpdated", o => o.TechnicianOnUpdated),

        Rule(Assigned, Assignee, TemplateNames.TicketAssigned, "TechnicianOnUpdated", o => o.TechnicianOnUpdated),
        Rule(Taken, Technicians, TemplateNames.TicketAssigned, "CategoryTechniciansOnTaken", o => o.CategoryTechniciansOnTaken),
        Rule(Moved, Technicians, TemplateNames.TicketMoved, "CategoryTechniciansOnMoved", o => o.CategoryTechniciansOnMoved),
        Rule(ArticleChanged, Technicians, TemplateNames.ArticleChanged, "CategoryTechniciansOnArticleChanged", o => o.CategoryTechniciansOnArticleChanged),

        // Each of these only where those before are nobody.
        Rule(DeliveryFailed, Assignee, TemplateNames.DeliveryFailed, "AgentsOnDeliveryFailed", o => o.AgentsOnDeliveryFailed),
        Rule(DeliveryFailed, Technicians, TemplateNames.DeliveryFailed, "AgentsOnDeliveryFailed", o => o.AgentsOnDeliveryFailed),
        Rule(DeliveryFailed, Administrators, TemplateNames.DeliveryFailed, "AgentsOnDeliveryFailed", o => o.AgentsOnDeliveryFailed),

        Always(AutoClosed, Requester, TemplateNames.AutoClose, "AutoClose"),
        Always(SurveyDue, Requester, TemplateNames.Survey, "Survey"),
        .. Enum.GetValues<NotificationAudience>().Select(audience => Always(Custom, audience, string.Empty, "Events:NAME:Audiences")),
    ];

    private static NotificationRule Rule(NotificationEvent what, NotificationAudience who, string template, string key, Func<NotificationOptions, bool> isOn) =>
        new(what, who, template, key, options => isOn(options.Notifications));

    private static NotificationRule Always(NotificationEvent what, NotificationAudience who, string template, string key) => new(what, who, template, key, _ => true);
}
