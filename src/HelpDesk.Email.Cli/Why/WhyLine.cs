using System.Text.Json;
using HelpDesk.Email.Histories;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Cli.Why;

/// <summary>One mail in the life of a ticket, as a line of JSON.</summary>
/// <param name="At">When it was received or written.</param>
/// <param name="Direction"><c>in</c> or <c>out</c>.</param>
/// <param name="Row">Its number in the journal or the outbox.</param>
/// <param name="MessageId">Its Message-ID.</param>
internal sealed record WhyLine(DateTimeOffset At, string Direction, long Row, string MessageId)
{
    public string? Mailbox { get; init; }

    public string? From { get; init; }

    public string? Subject { get; init; }

    public string? Template { get; init; }

    public required string State { get; init; }

    public string? Error { get; init; }

    public int Attempts { get; init; }

    public IReadOnlyList<WhyRecipient> Recipients { get; init; } = [];

    public IReadOnlyList<WhyStep> Trace { get; init; } = [];

    public static WhyLine Of(TicketMailEvent mail) => mail.Outgoing is { } sent ? Of(mail.At, sent) : Of(mail.At, mail.Incoming!, mail.Trace);

    private static WhyLine Of(DateTimeOffset at, JournalEntry row, IReadOnlyList<TraceLine> trace) => new(at, "in", row.Id, row.Facts.MessageId)
    {
        Mailbox = row.Mailbox,
        From = row.Facts.From?.Address,
        State = row.State == JournalState.Finished ? Word(row.Outcome) : Word(row.State),
        Attempts = row.Attempts,
        Trace = [.. trace.Select(line => new WhyStep(line.At, line.Step, line.Verdict, line.Reason))],
    };

    private static WhyLine Of(DateTimeOffset at, OutboxEntry row) => new(at, "out", row.Id, row.MessageId)
    {
        Subject = row.Subject,
        Template = row.Template.Length > 0 ? row.Template : null,
        State = Word(row.State),
        Error = row.LastError,
        Attempts = row.Attempts,
        Recipients = [.. row.Recipients.Select(recipient => new WhyRecipient(recipient.Address, Word(recipient.State), recipient.Reply))],
    };

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
