using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>The mails of a change where nobody can be asked who is around: those to the people whom the ticket itself names.</summary>
internal static class UnplannedMails
{
    public static IReadOnlyList<PlannedMail> Of(ApplyResult result, StoredDecision decision, SettingsSnapshot settings)
    {
        var happenings = new Happenings(new NobodyKnown(), new NobodyKnown());

        // Whom it asks answers at once, so the task has ended.
        var happening = happenings.OfChangeAsync(result, decision.Change!, decision.Cause, settings, new OccasionMemory(), CancellationToken.None);
        return happening is { IsCompletedSuccessfully: true, Result: { } known }
            ? PlannedMails.Of(NotificationPlanner.Plan(known, settings), known, settings.Options.Notifications)
            : [];
    }

    private sealed class NobodyKnown : IContactDirectory, ITicketAudience
    {
        public ValueTask<Contact?> FindAsync(Messages.EmailAddress address, CancellationToken cancellationToken) => ValueTask.FromResult<Contact?>(null);

        public ValueTask<Contact> CreateAsync(Messages.EmailAddress address, CancellationToken cancellationToken) => ValueTask.FromResult(new Contact(address, ContactRole.Requester));

        public ValueTask<IReadOnlyList<Messages.EmailAddress>> TechniciansAsync(TicketSnapshot ticket, CancellationToken cancellationToken) => Nobody();

        public ValueTask<IReadOnlyList<Messages.EmailAddress>> AdministratorsAsync(CancellationToken cancellationToken) => Nobody();

        public ValueTask<IReadOnlyList<Messages.EmailAddress>> SeenByAsync(TicketSnapshot before, CancellationToken cancellationToken) => Nobody();

        private static ValueTask<IReadOnlyList<Messages.EmailAddress>> Nobody() => ValueTask.FromResult<IReadOnlyList<Messages.EmailAddress>>([]);
    }
}
