using HelpDesk.Email.Quarantine;

namespace HelpDesk.Email.Cli.Quarantine;

/// <summary>A mail that was set aside, as a line of JSON.</summary>
internal sealed record QuarantineLine(long Id, DateTimeOffset ReceivedAt, string Mailbox, string? From, string Subject, string MessageId, long Size, int Attempts, string Reason)
{
    /// <summary>What was said of it; in the answer to <c>show</c> alone.</summary>
    public IReadOnlyList<QuarantineStep>? Trace { get; init; }

    public static QuarantineLine Of(QuarantinedMail mail) =>
        new(mail.Id, mail.ReceivedAt, mail.Mailbox, mail.From?.Address, mail.Subject, mail.MessageId, mail.Size, mail.Attempts, mail.Reason);

    public static QuarantineLine WithTrace(QuarantinedMail mail) =>
        Of(mail) with { Trace = [.. mail.Trace.Select(line => new QuarantineStep(line.Step, line.Verdict, line.Reason, line.At))] };
}
