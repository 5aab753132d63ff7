using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>What reports say of the recipients of a mail.</summary>
internal static class RecipientReports
{
    /// <summary>Enters a report; a row that is gone is passed over.</summary>
    public static void Enter(Connection connection, RecipientReport report)
    {
        if (OutboxRows.Find(connection, report.OutboxId) is not { } entry)
        {
            return;
        }

        var recipients = entry.Recipients.Select(recipient => recipient.Address.Equals(report.Address, StringComparison.OrdinalIgnoreCase)
            ? Bounced(recipient with { Report = report.Report, HasBounced = recipient.HasBounced || report.HasBounced })
            : recipient).ToList();
        var isLost = entry.State == OutboxState.Sent && !recipients.Exists(recipient => recipient.State == OutboxRecipientState.Accepted);
        using var update = connection.Prepare("UPDATE outbox SET recipients = ?, state = ?, last_error = ? WHERE id = ?");
        update
            .Add(JsonText.Of(recipients))
            .Add((int)(isLost ? OutboxState.Failed : entry.State))
            .Add(isLost ? report.Report : entry.LastError)
            .Add(entry.Id)
            .Run();
    }

    /// <summary>The recipients as a delivery gives them, with what reports said meanwhile: a report may be faster than the word of the one who sent the mail.</summary>
    public static IReadOnlyList<OutboxRecipient> Keep(Connection connection, long id, IReadOnlyList<OutboxRecipient> given)
    {
        using var select = connection.Prepare("SELECT recipients FROM outbox WHERE id = ?");
        var text = select.Add(id).Read() ? select.Row.Text(0) : string.Empty;
        if (!text.Contains("\"report\"", StringComparison.Ordinal))
        {
            return given;
        }

        var known = JsonText.Recipients(text);
        return [.. given.Select(recipient => Merged(recipient, known.FirstOrDefault(each => each.Address == recipient.Address)))];
    }

    private static OutboxRecipient Merged(OutboxRecipient given, OutboxRecipient? known) =>
        known?.Report is null ? given : Bounced(given with { Report = known.Report, HasBounced = known.HasBounced });

    private static OutboxRecipient Bounced(OutboxRecipient recipient) =>
        recipient is { HasBounced: true, State: OutboxRecipientState.Accepted } ? recipient with { State = OutboxRecipientState.Failed } : recipient;
}
