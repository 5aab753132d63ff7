using HelpDesk.Email.Cli.Replay.Desk;
using HelpDesk.Email.Cli.Replay.Lines;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay;

/// <summary>Reads out of a desk what became of everything.</summary>
/// <param name="desk">The desk, when all steps are done.</param>
/// <param name="mails">The mails in their order: file, and row of the journal.</param>
internal sealed class ReplayReport(ReplayDesk desk, IReadOnlyList<(string File, long Row)> mails)
{
    private IMailStore Store => desk.Harness.Store;

    public async Task<MailLine> OfMailAsync(string file, long row, CancellationToken cancellationToken)
    {
        var delivery = await desk.Harness.LookAtAsync(row, cancellationToken).ConfigureAwait(false);
        var entry = delivery.Row;
        return new MailLine(
            file,
            entry.Outcome == JournalOutcome.None ? "deferred" : entry.Outcome.ToString().ToLowerInvariant(),
            entry.Ticket ?? await TicketOfTwinAsync(entry, cancellationToken).ConfigureAwait(false),
            entry.Facts.From?.Address,
            [.. desk.Mails.EvidenceOf(row), .. TwinOf(entry)],
            ChangeWords.Of(desk.Changes.ChangeOf(entry.OperationId)),
            [.. delivery.Outbox.Where(WillGo).OrderBy(mail => mail.Id).Select(mail => new NotificationLine(mail.Template, Recipients(mail), mail.Subject))],
            [.. delivery.Trace.Where(line => line.Step != ObserveStep.Name).Select(Line), .. delivery.Outbox.Where(mail => !WillGo(mail)).Select(NotSent)]);
    }

    public async Task<FinalLine> OfEverythingAsync(CancellationToken cancellationToken)
    {
        var tickets = new List<TicketLine>();
        await foreach (var ticket in desk.Harness.Tickets.ListAsync(int.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            var entries = await desk.Harness.Tickets.EntriesAsync(ticket.Number, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            tickets.Add(TicketLine.Of(ticket, desk.Changes.LinkOf(ticket.Number), entries));
        }

        tickets.Reverse();
        var outbox = new List<OutboxLine>();
        var outgoing = await Store.Outbox.FindAsync(new OutboxQuery { Limit = int.MaxValue }, cancellationToken).ConfigureAwait(false);
        foreach (var mail in outgoing.Where(mail => mail.State != OutboxState.Throttled).OrderBy(mail => mail.Id))
        {
            outbox.Add(await OfOutgoingAsync(mail, cancellationToken).ConfigureAwait(false));
        }

        return new FinalLine(tickets, outbox);
    }

    private IEnumerable<string> TwinOf(JournalEntry entry) =>
        mails.Where(mail => mail.Row == entry.DuplicateOf).Select(mail => $"the same mail as {mail.File}");

    private async ValueTask<string?> TicketOfTwinAsync(JournalEntry entry, CancellationToken cancellationToken) =>
        entry.DuplicateOf is { } twin ? (await desk.Harness.LookAtAsync(twin, cancellationToken).ConfigureAwait(false)).Ticket : null;

    private async Task<OutboxLine> OfOutgoingAsync(OutboxEntry mail, CancellationToken cancellationToken)
    {
        var at = mail.State == OutboxState.Sent ? mail.LastAttemptAt ?? mail.NotBefore : mail.NotBefore;
        var line = new OutboxLine(at, Recipients(mail), mail.Subject, mail.Template, mail.Ticket, mail.State, mail.LastError) { Account = mail.Account, Recipients = mail.Recipients };
        var content = await Store.Outbox.OpenContentAsync(mail.Id, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return line;
        }

        var document = Open(content);
        return line with
        {
            Headers = document.Headers.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(fields => fields.Key, fields => fields.First().Value),
            Text = document.TextBody,
            Html = document.HtmlBody,
        };
    }

    private static MailDocument Open(MailContent content) =>
        content.TryGetMemory(out var octets) ? MailReader.Read(octets) : MailReader.Read(content.OpenRead, content.Length);

    private static bool WillGo(OutboxEntry mail) => mail.State is not (OutboxState.Throttled or OutboxState.Failed);

    private static IReadOnlyList<string> Recipients(OutboxEntry mail) => [.. mail.Recipients.Select(recipient => recipient.Address)];

    private static StepLine Line(TraceLine line) => new(line.Step, line.Verdict, line.Reason);

    private static StepLine NotSent(OutboxEntry mail) => new(
        "Outbox",
        mail.State.ToString().ToLowerInvariant(),
        mail.State == OutboxState.Throttled ? $"{mail.Template}: the address or the ticket has had enough automatic answers" : $"{mail.Template}: {mail.LastError}");
}
