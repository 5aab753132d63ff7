using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>Who belongs to a ticket as the settings say it: <c>Departments</c>, <c>Categories</c> and <c>Notifications:Administrators</c>.</summary>
internal sealed class ConfiguredTicketAudience(SettingsReader settings) : ITicketAudience
{
    public ValueTask<IReadOnlyList<EmailAddress>> TechniciansAsync(TicketSnapshot ticket, CancellationToken cancellationToken) => ValueTask.FromResult(Technicians(ticket));

    public ValueTask<IReadOnlyList<EmailAddress>> AdministratorsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<EmailAddress>>([.. AddressList.Read(settings.Current.Options.Notifications.Administrators)]);

    public ValueTask<IReadOnlyList<EmailAddress>> SeenByAsync(TicketSnapshot before, CancellationToken cancellationToken)
    {
        var assignee = before.Assignee is { } one ? new[] { one } : [];
        return ValueTask.FromResult<IReadOnlyList<EmailAddress>>([.. Technicians(before).Concat(before.Participants).Concat(assignee).Distinct()]);
    }

    private IReadOnlyList<EmailAddress> Technicians(TicketSnapshot ticket)
    {
        var options = settings.Current.Options;
        var category = ticket.Category is { } name && options.Categories.TryGetValue(name, out var found) ? found.Technicians : [];
        return [.. AddressList.Read([.. category, .. options.DepartmentOf(ticket.Department).Technicians]).Distinct()];
    }
}
