using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Rows as text, a field a line: equal texts are equal rows, and a difference can be read.</summary>
internal static class Shown
{
    public static string Of(JournalEntry row) => Lines(
        ("id", Text(row.Id)),
        ("mailbox", row.Mailbox),
        ("receipt", row.Receipt),
        ("facts", Of(row.Facts)),
        ("origin", Text(row.Origin)),
        ("state", Text(row.State)),
        ("outcome", Text(row.Outcome)),
        ("operation", Text(row.OperationId)),
        ("received", Instant(row.ReceivedAt)),
        ("reverse path", row.ReversePath),
        ("recipients", List(row.EnvelopeRecipients)),
        ("size", Text(row.Size)),
        ("hash", row.ContentHash),
        ("needs acknowledgement", Text(row.NeedsAcknowledgement)),
        ("attempts", Text(row.Attempts)),
        ("conflicts", Text(row.Conflicts)),
        ("not before", Instant(row.NotBefore)),
        ("waiting since", Instant(row.WaitingSince)),
        ("decision", row.Decision),
        ("result", row.Result),
        ("trace", row.Trace),
        ("ticket", row.Ticket),
        ("duplicate of", Text(row.DuplicateOf)),
        ("finished", Instant(row.FinishedAt)));

    public static string Of(MailFacts facts) => string.Join(
        ", ",
        facts.MessageId,
        List(facts.InReplyTo),
        List(facts.References),
        Of(facts.From),
        facts.Subject,
        Instant(facts.Date),
        facts.BodyDigest);

    public static string Of(OutboxEntry mail) => Lines(
        ("id", Text(mail.Id)),
        ("message id", mail.MessageId),
        ("recipients", Of(mail.Recipients)),
        ("journal row", Text(mail.JournalId)),
        ("template", mail.Template),
        ("subject", mail.Subject),
        ("ticket", mail.Ticket),
        ("account", mail.Account),
        ("reverse path", mail.ReversePath),
        ("state", Text(mail.State)),
        ("attempts", Text(mail.Attempts)),
        ("lost attempts", Text(mail.LostAttempts)),
        ("wants reports", Text(mail.WantsReports)),
        ("created", Instant(mail.CreatedAt)),
        ("queued", Instant(mail.QueuedAt)),
        ("not before", Instant(mail.NotBefore)),
        ("last attempt", Instant(mail.LastAttemptAt)),
        ("last error", mail.LastError));

    public static string Of(IEnumerable<OutboxRecipient> recipients) =>
        List(recipients.Select(recipient => $"{recipient.Address} {recipient.State} '{recipient.Reply ?? "-"}'{(recipient.Report is null ? string.Empty : $" '{recipient.Report}'")}{(recipient.HasBounced ? " bounced" : string.Empty)}"));

    private static string Of(EmailAddress? address) => address is null ? "-" : $"{address.Name} <{address.Address}>";

    private static string Instant(DateTimeOffset? instant) =>
        instant is { } at ? at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) : "-";

    private static string Text<T>(T value) => value?.ToString() ?? "-";

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string? OnOneLine(string? value) =>
        value?.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Lines(params (string Name, string? Value)[] fields) =>
        string.Join("\n", fields.Select(field => $"{field.Name}: {OnOneLine(field.Value) ?? "-"}"));
}
