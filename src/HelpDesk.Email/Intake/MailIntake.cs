using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Intake;

internal sealed class MailIntake(JournalWriter journal, SettingsReader settings) : IMailIntake
{
    public string? FindMailbox(string address) =>
        settings.Current.Mailboxes
            .Where(mailbox => mailbox.Value.Enabled && mailbox.Value.IsReachedBy(address))
            .Select(mailbox => mailbox.Key)
            .FirstOrDefault();

    public async ValueTask<IReadOnlyList<long>> AcceptAsync(IntakeRequest request, CancellationToken cancellationToken)
    {
        var known = settings.Current.Mailboxes;
        if (request.Mailboxes.FirstOrDefault(mailbox => !known.ContainsKey(mailbox)) is { } unknown)
        {
            throw new ArgumentException($"There is no mailbox '{unknown}' in the settings; there are {string.Join(", ", known.Keys)}.", nameof(request));
        }

        var receipt = request.Receipt?.Key ?? $"push:{Guid.NewGuid():N}";
        var entries = request.Mailboxes
            .Select(mailbox => journal.Prepare(mailbox, receipt, request.Content, request.ReversePath, request.EnvelopeRecipients, needsAcknowledgement: false))
            .ToList();
        var results = await journal.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        return [.. results.Select(result => result.Id)];
    }
}
