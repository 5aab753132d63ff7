using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>What reports say of the recipients of a mail.</summary>
internal static class RecipientReports
{
    /// <summary>Enters a report, in a transaction; a row that is gone is passed over.</summary>
    public static async ValueTask EnterAsync(Session session, RecipientReport report, CancellationToken cancellationToken)
    {
        var locked = await session.QueryAsync([OutboxRows.Lock(report.OutboxId)], OutboxRows.Map, cancellationToken).ConfigureAwait(false);
        if (locked is not [var entry])
        {
            return;
        }

        var recipients = entry.Recipients.Select(recipient => recipient.Address.Equals(report.Address, StringComparison.OrdinalIgnoreCase)
            ? Bounced(recipient with { Report = report.Report, HasBounced = recipient.HasBounced || report.HasBounced })
            : recipient).ToList();
        var isLost = entry.State == OutboxState.Sent && !recipients.Exists(recipient => recipient.State == OutboxRecipientState.Accepted);
        var update = Sql.Write("UPDATE outbox SET recipients = $1, state = $2, last_error = $3 WHERE id = $4")
            .Add(JsonText.Of(recipients))
            .Add((int)(isLost ? OutboxState.Failed : entry.State))
            .Add(isLost ? report.Report : entry.LastError)
            .Add(entry.Id);
        await session.ExecuteAsync([update], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The recipients as a delivery gives them, with what reports said meanwhile.</summary>
    public static IReadOnlyList<OutboxRecipient> Keep(IReadOnlyList<OutboxRecipient> known, IReadOnlyList<OutboxRecipient> given) =>
        [.. given.Select(recipient => Merged(recipient, known.FirstOrDefault(each => each.Address == recipient.Address)))];

    private static OutboxRecipient Merged(OutboxRecipient given, OutboxRecipient? known) =>
        known?.Report is null ? given : Bounced(given with { Report = known.Report, HasBounced = known.HasBounced });

    private static OutboxRecipient Bounced(OutboxRecipient recipient) =>
        recipient is { HasBounced: true, State: OutboxRecipientState.Accepted } ? recipient with { State = OutboxRecipientState.Failed } : recipient;
}
