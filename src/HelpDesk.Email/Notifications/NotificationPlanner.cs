using HelpDesk.Email.Configuration;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Notifications;

/// <summary>Says who is told of what happened to a ticket, from the table. A pure function.</summary>
internal static class NotificationPlanner
{
    /// <summary>The reason that needs no telling.</summary>
    public const string DidItThemselves = "they did it themselves; Notifications:NotifySelf is false";

    /// <summary>The plan.</summary>
    public static NotificationPlan Plan(TicketHappening happening, SettingsSnapshot settings)
    {
        if (WhySilent(happening, settings.Options.Notifications) is { } reason)
        {
            return new NotificationPlan([new(happening.Events[0], NotificationAudience.Requester, null, string.Empty, false, reason)]);
        }

        var lines = new List<NotificationPlanLine>();
        var told = new HashSet<EmailAddress>();
        foreach (var rule in happening.Events.SelectMany(each => NotificationTable.Rules.Where(rule => rule.Event == each && Concerns(rule, happening))))
        {
            var people = Audience(rule, happening);
            var template = TemplateOf(rule, happening, settings);
            if (people.Count == 0)
            {
                lines.Add(new(rule.Event, rule.Audience, null, string.Empty, false, "there is nobody"));
            }

            foreach (var person in people)
            {
                var whyNot = WhyNot(rule, person, told, happening, settings);
                if (whyNot is null)
                {
                    told.Add(person);
                }

                lines.Add(new(rule.Event, rule.Audience, person, template, whyNot is null, whyNot ?? rule.Switch) 
                {
                    IsForTechnician = happening.WorkOnTickets.Contains(person) || rule.IsForTechnicians,
                    IsAcknowledgement = IsAcknowledgement(rule, happening),
                });
            }
        }

        return new NotificationPlan(lines);
    }

    /// <summary>The template that tells a sender that a mail was refused goes to them, or to nobody.</summary>
    public static string? WhyNoRejection(Decisions.Cause cause, SettingsSnapshot settings) =>
        !cause.MayRespond ? "the mail must not be answered"
        : cause.IsOtherHelpDesk ? "another help desk is not answered"
        : WhyExcluded(cause.Author, settings) is { } excluded ? excluded
        : IsOurOwn(cause.Author, settings) ? "mail to ourselves would come in again"
        : null;

    private static string? WhySilent(TicketHappening happening, NotificationOptions options) =>
        !options.Enabled ? "Notifications:Enabled is false" : happening.SilentBecause;

    private static bool Concerns(NotificationRule rule, TicketHappening happening) =>
        rule.Event != NotificationEvent.Custom
        || happening.Custom?.Audiences.Contains(rule.Audience) == true
        || (rule.Audience == NotificationAudience.Named && happening.Named.Count > 0);

    /// <summary>Why somebody gets no mail that nobody writes, or <see langword="null"/>.</summary>
    public static string? WhyExcluded(EmailAddress person, SettingsSnapshot settings) =>
        ExcludedAddresses.Has(settings.Options.AutomaticAnswers.Exclude, person) ? "AutomaticAnswers:Exclude has the address" : null;

    private static string TemplateOf(NotificationRule rule, TicketHappening happening, SettingsSnapshot settings)
    {
        var department = settings.Options.DepartmentOf(happening.Ticket.Department);
        return rule.Event == NotificationEvent.Custom ? happening.Custom?.Template ?? string.Empty
            : IsAcknowledgement(rule, happening) ? department.Autoresponder.Template ?? TemplateNames.TicketReceived
            : rule.Event == NotificationEvent.AutoClosed ? department.AutoClose.Template ?? rule.Template
            : rule.Template;
    }

    private static bool IsAcknowledgement(NotificationRule rule, TicketHappening happening) =>
        happening.CameByMail && rule is { Event: NotificationEvent.Created, Audience: NotificationAudience.Requester };

    private static IReadOnlyList<EmailAddress> Audience(NotificationRule rule, TicketHappening happening) => rule.Audience switch
    {
        NotificationAudience.Requester => [IsAcknowledgement(rule, happening) ? happening.Sender ?? happening.Ticket.Requester : happening.Ticket.Requester],
        NotificationAudience.Assignee => happening.Ticket.Assignee is { } assignee ? [assignee] : [],
        NotificationAudience.Subscribers => happening.Ticket.Subscribers,
        NotificationAudience.Technicians => happening.Technicians,
        NotificationAudience.Administrators => happening.Administrators,
        NotificationAudience.TypeAddresses => happening.TypeAddresses,
        _ => happening.Named,
    };

    private static string? WhyNot(NotificationRule rule, EmailAddress person, HashSet<EmailAddress> told, TicketHappening happening, SettingsSnapshot settings)
    {
        var options = settings.Options.Notifications;
        if (IsOurOwn(person, settings))
        {
            return "mail to ourselves would come in again";
        }

        if (!rule.IsOn(settings.Options))
        {
            return $"Notifications:{rule.Switch}";
        }

        if (IsAcknowledgement(rule, happening))
        {
            return happening.NoAcknowledgementBecause ?? WhyNoAutoresponder(happening, settings) ?? WhyExcluded(person, settings);
        }

        if (rule is { Event: NotificationEvent.Created, Audience: NotificationAudience.Requester } && WhyNoConfirmation(happening, settings) is { } unconfirmed)
        {
            return unconfirmed;
        }

        if (person.Equals(happening.Actor) && !options.NotifySelf)
        {
            return DidItThemselves;
        }

        if (rule is { Event: NotificationEvent.Closed, Audience: NotificationAudience.Subscribers } && !happening.IsByTechnician && (options.CustomerRepliesToTechniciansOnly || options.Subscribers != SubscriberUpdates.All))
        {
            return "a customer did it; Notifications:Subscribers, CustomerRepliesToTechniciansOnly";
        }

        if (rule.Event == NotificationEvent.Moved && happening.SeenBy.Contains(person))
        {
            return "they had seen the ticket before it was moved";
        }

        if (rule.Event == NotificationEvent.DeliveryFailed && told.Count > 0 && IsTaken(rule.Audience, happening))
        {
            return "somebody nearer to the ticket is told";
        }

        if (!rule.IsForTechnicians && !happening.WorkOnTickets.Contains(person) && happening.TechniciansOnlyBecause is { } because)
        {
            return because;
        }

        return told.Contains(person) ? "they are told already" : null;
    }

    private static bool IsTaken(NotificationAudience audience, TicketHappening happening) => audience switch
    {
        NotificationAudience.Technicians => happening.Ticket.Assignee is not null,
        NotificationAudience.Administrators => happening.Ticket.Assignee is not null || happening.Technicians.Count > 0,
        _ => false,
    };

    private static string? WhyNoAutoresponder(TicketHappening happening, SettingsSnapshot settings) =>
        settings.Options.DepartmentOf(happening.Ticket.Department).Autoresponder.Enabled ? null : $"Departments:{happening.Ticket.Department}:Autoresponder:Enabled is false";

    private static string? WhyNoConfirmation(TicketHappening happening, SettingsSnapshot settings) =>
        settings.Options.DepartmentOf(happening.Ticket.Department).Autoresponder is { OnlyForMail: true }
            ? $"the ticket did not come by mail; Departments:{happening.Ticket.Department}:Autoresponder:OnlyForMail is true"
            : null;

    private static bool IsOurOwn(EmailAddress address, SettingsSnapshot settings) =>
        StandInSender.Is(address) || OwnAddresses.Has(address.Address, settings.Mailboxes, settings.Options);
}
