using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>Finds out what happened to a ticket and who is around, for the plan. Reads, and writes nothing.</summary>
internal sealed class Happenings(IContactDirectory contacts, ITicketAudience audience)
{
    /// <summary>What a change did.</summary>
    /// <param name="result">What the ticket store did: never what was decided.</param>
    /// <param name="change">What was decided: for what the result does not tell.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="memory">What is known already.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="null"/> where there is no ticket.</returns>
    public async ValueTask<TicketHappening?> OfChangeAsync(ApplyResult result, StoredChange change, Cause cause, SettingsSnapshot settings, OccasionMemory memory, CancellationToken cancellationToken)
    {
        if (result.Ticket is not { } ticket)
        {
            return null;
        }

        var isTechnician = cause.Origin == JournalOrigin.AgentReply || (cause is { Origin: JournalOrigin.Mail, MayEcho: true } && await IsTechnicianAsync(cause.Author, memory, cancellationToken).ConfigureAwait(false));
        var before = cause.Before is { } was ? ticket with { Department = was.Department, Category = was.Category } : ticket;
        var happening = new TicketHappening(ticket, EventsOf.Change(result, change, before, cause.Author, cause.Origin, isTechnician), cause.Author)
        {
            SilentBecause = WhySilent(cause),
            TechniciansOnlyBecause = WhyTechniciansOnly(cause),
            CameByMail = cause.Origin == JournalOrigin.Mail,
            Sender = cause.MayEcho ? cause.Author : EmailAddress.Create(cause.Author.Address),
            NoAcknowledgementBecause = cause.MayRespond ? null : "the mail must not be answered",
            IsByTechnician = isTechnician || cause.Origin == JournalOrigin.Timer,
            IsWrittenByTechnician = isTechnician && change.Entry is not null,
            TypeAddresses = cause.Notify,
        };
        return happening.SilentBecause is null ? await WithPeopleAsync(happening, before, settings, memory, cancellationToken).ConfigureAwait(false) : happening;
    }

    /// <summary>Adds who is around.</summary>
    public async ValueTask<TicketHappening> WithPeopleAsync(TicketHappening happening, TicketSnapshot before, SettingsSnapshot settings, OccasionMemory memory, CancellationToken cancellationToken)
    {
        var options = settings.Options;
        var rules = NotificationTable.Rules
            .Where(rule => happening.Events.Contains(rule.Event) && rule.IsOn(options) && (rule.Event != NotificationEvent.Custom || happening.Custom?.Audiences.Contains(rule.Audience) == true))
            .ToList();
        var technicians = Needs(NotificationAudience.Technicians) ? await audience.TechniciansAsync(happening.Ticket, cancellationToken).ConfigureAwait(false) : [];
        var administrators = Needs(NotificationAudience.Administrators) ? await audience.AdministratorsAsync(cancellationToken).ConfigureAwait(false) : [];
        var seenBy = Needs(NotificationAudience.Technicians) && happening.Events.Contains(NotificationEvent.Moved)
            ? await audience.SeenByAsync(before, cancellationToken).ConfigureAwait(false)
            : [];
        var workOnTickets = new HashSet<EmailAddress>([.. technicians, .. administrators]);
        IEnumerable<EmailAddress> others = [happening.Ticket.Requester, .. Needs(NotificationAudience.Subscribers) ? happening.Ticket.Subscribers : []];
        foreach (var person in others)
        {
            if (!workOnTickets.Contains(person) && await IsTechnicianAsync(person, memory, cancellationToken).ConfigureAwait(false))
            {
                workOnTickets.Add(person);
            }
        }

        if (happening.Ticket.Assignee is { } assignee)
        {
            workOnTickets.Add(assignee);
        }

        return happening with { Technicians = technicians, Administrators = administrators, SeenBy = seenBy, WorkOnTickets = workOnTickets };

        bool Needs(NotificationAudience who) => rules.Any(rule => rule.Audience == who);
    }

    private async ValueTask<bool> IsTechnicianAsync(EmailAddress person, OccasionMemory memory, CancellationToken cancellationToken) =>
        await memory.PersonAsync(contacts, person, cancellationToken).ConfigureAwait(false) is { IsActive: true, Role: ContactRole.Technician or ContactRole.Administrator };

    private static string? WhySilent(Cause cause) =>
        cause.Origin == JournalOrigin.Monitor ? "a notice of the monitor"
        : cause.EntryKind == EntryKind.Note ? "a note of a program's answer, or a meeting"
        : cause.IsOld ? "the mail is older than AutomaticAnswers:MaxMailAge"
        : null;

    private static string? WhyTechniciansOnly(Cause cause) =>
        cause.IsInternal ? "it is internal"
        : cause.Origin != JournalOrigin.Mail ? null
        : cause.IsAutomatic ? "a program wrote it"
        : cause.IsOtherHelpDesk ? "another help desk wrote it"
        : cause.MayEcho ? null
        : "the sender may not be who they say";
}
