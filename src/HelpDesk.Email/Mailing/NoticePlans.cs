using HelpDesk.Email.Configuration;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

/// <summary>What an event that a host raises means for the plan.</summary>
internal sealed class NoticePlans(Happenings happenings)
{
    /// <summary>Why an event of the host's own can't be told, or <see langword="null"/>.</summary>
    public static string? WhyUnknown(TicketNotice notice, SettingsSnapshot settings) =>
        notice.Event == NotificationEvent.Custom && notice.Template is null && !settings.Options.Notifications.Events.ContainsKey(notice.Name!)
            ? $"the event '{notice.Name}' has neither a template of its own nor settings: write HelpDeskEmail:Notifications:Events:{notice.Name}"
            : null;

    /// <summary>What happened, and who is around.</summary>
    public ValueTask<TicketHappening> HappeningOfAsync(TicketNotice notice, TicketSnapshot ticket, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        var before = ticket with
        {
            Department = notice.PreviousDepartment ?? ticket.Department,
            Category = notice.PreviousCategory ?? ticket.Category,
            Assignee = notice.Event is NotificationEvent.Moved ? ticket.Assignee : null,
        };
        var custom = notice.Event == NotificationEvent.Custom ? CustomOf(notice, settings.Options.Notifications) : null;
        var happening = new TicketHappening(ticket, [notice.Event], notice.Actor ?? StandInSender.Address)
        {
            TechniciansOnlyBecause = notice.IsInternal ? "it is internal" : null,
            SilentBecause = WhySilent(notice, custom, ticket),
            IsByTechnician = notice.Event != NotificationEvent.UpdatedByRequester && !ticket.Requester.Equals(notice.Actor),
            IsWrittenByTechnician = notice is { Event: NotificationEvent.UpdatedByTechnician, Text: not null },
            CustomName = notice.Name,
            Custom = custom,
            TypeAddresses = ticket.Type is { } type && settings.Options.TicketTypes.TryGetValue(type, out var found) ? [.. AddressList.Read(found.Notify)] : [],
            Named = [.. notice.To.Concat(AddressList.Read(custom?.To ?? [])).Distinct()],
        };
        return happenings.WithPeopleAsync(happening, before, settings, new OccasionMemory(), cancellationToken);
    }

    private static NotificationEventOptions CustomOf(TicketNotice notice, NotificationOptions options)
    {
        var set = options.Events.TryGetValue(notice.Name!, out var found) ? found : new NotificationEventOptions();
        return new NotificationEventOptions
        {
            Enabled = set.Enabled,
            Template = notice.Template ?? set.Template,
            Audiences = [.. set.Audiences.Concat(notice.Audiences).Distinct()],
            To = set.To,
            Departments = set.Departments,
            Categories = set.Categories,
            Types = set.Types,
            Priorities = set.Priorities,
        };
    }

    private static string? WhySilent(TicketNotice notice, NotificationEventOptions? custom, TicketSnapshot ticket) =>
        custom is null ? null
        : !custom.Enabled ? $"Notifications:Events:{notice.Name}:Enabled is false"
        : !Has(custom.Departments, ticket.Department) ? $"Notifications:Events:{notice.Name}:Departments has not {ticket.Department ?? "a ticket without one"}"
        : !Has(custom.Categories, ticket.Category) ? $"Notifications:Events:{notice.Name}:Categories has not {ticket.Category ?? "a ticket without one"}"
        : !Has(custom.Types, ticket.Type) ? $"Notifications:Events:{notice.Name}:Types has not {ticket.Type ?? "a ticket without one"}"
        : !Has(custom.Priorities, ticket.Priority) ? $"Notifications:Events:{notice.Name}:Priorities has not {ticket.Priority ?? "a ticket without one"}"
        : null;

    private static bool Has(IList<string> wanted, string? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value, StringComparer.OrdinalIgnoreCase));
}
