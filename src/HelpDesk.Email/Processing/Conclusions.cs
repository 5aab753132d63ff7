using HelpDesk.Email.Autoresponder;
using HelpDesk.Email.Composition;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Events;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Records;
using HelpDesk.Email.Returns;
using HelpDesk.Email.Screening;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Processing;

/// <summary>Says what follows: mail to send, ids to remember, events to tell. From results, and from verdicts that change no ticket.</summary>
internal sealed class Conclusions(
    OutgoingMailComposer composer, ReturnPaths returnPaths, SendingFilter filter, AcknowledgementValues acknowledgements, Invitations invitations, Happenings happenings, UndeliveredNotices undelivered, TimeProvider time)
{
    /// <summary>What follows from what the ticket store did.</summary>
    public async ValueTask<FinishCommit> OfResultAsync(ApplyResult result, StoredDecision decision, TicketChange change, RowInWork row, CancellationToken cancellationToken)
    {
        var cause = decision.Cause;
        var occasion = new Occasion(cause, row.Settings) { Ticket = result.Ticket, Entry = change.Entry };
        if (row.Author is { } author)
        {
            occasion.Memory.People[cause.Author] = author;
        }

        var welcome = await invitations.PlanAsync(cause, cancellationToken).ConfigureAwait(false);
        var told = await PlanAsync(result, decision, occasion.Memory, row, cancellationToken).ConfigureAwait(false);
        return Finish(result, cause, row, await MakeAsync([.. welcome, .. told], occasion, row, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The same where mails can't be made, or can't even be planned: a failed row each.</summary>
    public FinishCommit WithoutMail(ApplyResult result, StoredDecision decision, RowInWork row, string reason)
    {
        var now = time.GetUtcNow();
        row.Trace("Plan", "failed", reason, now);
        var failed = invitations.PlanWithoutValues(decision.Cause)
            .Concat(UnplannedMails.Of(result, decision, row.Settings))
            .Select(planned => OutgoingMailComposer.Failed(planned, result.Ticket, now, reason));
        return Finish(result, decision.Cause, row, [.. failed]);
    }

    /// <summary>What follows from a verdict that changes no ticket.</summary>
    public async ValueTask<FinishCommit> OfVerdictAsync(VerdictDecision verdict, RowInWork row, CancellationToken cancellationToken)
    {
        if (verdict is { Report: { } report, ReportCause: { } reportCause })
        {
            return await OfReportAsync(verdict, report, reportCause, row, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<NewOutboxEntry> outbox = [];
        if (verdict.Cause is { } cause && (verdict.RejectionTemplate is not null || verdict.Answer is not null))
        {
            var planned = verdict.Answer is { } answer ? Answers.Plan(answer, cause, row.Settings) : Rejections.Plan(verdict.RejectionTemplate!, cause, row.Settings);
            if (planned.Count == 0)
            {
                row.Trace("Plan", "not told", NotificationPlanner.WhyNoRejection(cause, row.Settings) ?? string.Empty, time.GetUtcNow());
            }

            var occasion = new Occasion(cause, row.Settings) { Ticket = verdict.Ticket };
            outbox = await MakeAsync(planned, occasion, row, cancellationToken).ConfigureAwait(false);
        }

        return new FinishCommit(verdict.Outcome, row.TraceJson) { Ticket = verdict.Ticket?.Number, Outbox = outbox };
    }

    /// <summary>What follows from a report on a mail of ours: it is noted at its recipients, and agents are told.</summary>
    private async ValueTask<FinishCommit> OfReportAsync(VerdictDecision verdict, ReturnedReport report, Cause cause, RowInWork row, CancellationToken cancellationToken)
    {
        var outbox = new List<NewOutboxEntry>();
        if (await undelivered.FindTicketAsync(report, cancellationToken).ConfigureAwait(false) is { } ticket)
        {
            var (plan, happening) = await undelivered.PlanAsync(ticket, row.Settings, cancellationToken).ConfigureAwait(false);
            row.Trace(PlanTrace.Of(plan, time));
            foreach (var failure in report.Failed)
            {
                var occasion = UndeliveredNotices.OccasionOf(failure, report, ticket, cause, row.Settings);
                var made = await MakeAsync(PlannedMails.Of(plan, happening, row.Settings.Options.Notifications), occasion, row, cancellationToken).ConfigureAwait(false);
                outbox.AddRange(made.Select(mail => UndeliveredNotices.OnlyOnce(mail, failure, ticket)));
            }
        }

        return new FinishCommit(verdict.Outcome, row.TraceJson)
        {
            Ticket = verdict.Ticket?.Number ?? report.Mail.Ticket,
            Index = report.Mail.Ticket is { } number ? Sent(outbox, number) : [],
            Outbox = outbox,
            Reports = report.Reports,
            Suppressed = report.Suppressed,
        };
    }

    /// <summary>What follows from what a host asks to be sent.</summary>
    public async ValueTask<FinishCommit> OfSendAsync(SendDecision send, RowInWork row, CancellationToken cancellationToken)
    {
        var made = await MakeAsync(send.Mails, send.Occasion, row, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<NewOutboxEntry> outbox = send.Ready is { } ready ? [.. made, ready] : made;
        var ticket = send.Occasion.Ticket?.Number;
        return new FinishCommit(JournalOutcome.Recorded, row.TraceJson)
        {
            Ticket = ticket,
            Index = ticket is null ? [] : Sent(outbox, ticket),
            Outbox = outbox,
        };
    }

    /// <summary>What follows from what the module of a record did: nothing is sent, and a refusal waits for a person.</summary>
    public FinishCommit OfRecord(RecordChange change, RecordResult result, Cause cause, RowInWork row)
    {
        var isRefused = result.Status == RecordStatus.Refused;
        row.Trace("Record", isRefused ? "refused" : "applied", isRefused ? result.Reason : $"{change.Module} {result.Id}", time.GetUtcNow());
        var ticket = result.Ticket ?? change.Ticket;
        return new FinishCommit(isRefused ? JournalOutcome.Quarantined : JournalOutcome.Recorded, row.TraceJson)
        {
            Ticket = ticket,
            Index = ticket is null ? [] : [new IndexedMessage(cause.MessageId, ticket)],
        };
    }

    private async ValueTask<IReadOnlyList<PlannedMail>> PlanAsync(ApplyResult result, StoredDecision decision, OccasionMemory memory, RowInWork row, CancellationToken cancellationToken)
    {
        var happening = await happenings.OfChangeAsync(result, decision.Change!, decision.Cause, row.Settings, memory, cancellationToken).ConfigureAwait(false);
        if (happening is null)
        {
            return [];
        }

        var plan = NotificationPlanner.Plan(happening, row.Settings);
        row.Trace(PlanTrace.Of(plan, time));
        return PlannedMails.Of(plan, happening, row.Settings.Options.Notifications);
    }

    private async ValueTask<IReadOnlyList<NewOutboxEntry>> MakeAsync(IReadOnlyList<PlannedMail> planned, Occasion occasion, RowInWork row, CancellationToken cancellationToken)
    {
        var outbox = new List<NewOutboxEntry>(planned.Count);
        foreach (var each in planned)
        {
            if (await MakeAsync(each, occasion, row, cancellationToken).ConfigureAwait(false) is { } mail)
            {
                outbox.Add(mail);
            }
        }

        return outbox;
    }

    /// <summary>Makes a planned mail; none where its template is empty, or a filter forbids it.</summary>
    private async ValueTask<NewOutboxEntry?> MakeAsync(PlannedMail planned, Occasion occasion, RowInWork row, CancellationToken cancellationToken)
    {
        if (planned.Kind == OutgoingKind.AutomaticAnswer && NotificationPlanner.WhyExcluded(planned.Recipient, row.Settings) is { } excluded)
        {
            row.Trace("Plan", "not told", $"{planned.Template}: {excluded}", time.GetUtcNow());
            return null;
        }

        row.Trace("Plan", planned.Template, planned.Reason, time.GetUtcNow());
        var (complete, said) = await acknowledgements.AddAsync(planned, occasion, cancellationToken).ConfigureAwait(false);
        if (said is not null)
        {
            row.Trace([said]);
        }

        var mail = await composer.ComposeAsync(complete, occasion, cancellationToken).ConfigureAwait(false);
        if (mail is { Failure: null } && await filter.WhyNotAsync(planned.Recipient, mail.Subject, row.Settings.Options, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            row.Trace("Plan", "filtered", $"{planned.Template} is not sent; {reason}", time.GetUtcNow());
            return null;
        }

        return mail is null ? null : await returnPaths.PutAsync(mail, planned.Kind == OutgoingKind.AutomaticAnswer, occasion.Cause.Mailbox, row.Settings, cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<IndexedMessage> Sent(IReadOnlyList<NewOutboxEntry> outbox, string ticket) =>
        [.. outbox.Where(mail => mail.Failure is null).Select(mail => new IndexedMessage(mail.MessageId, ticket))];

    private FinishCommit Finish(ApplyResult result, Cause cause, RowInWork row, IReadOnlyList<NewOutboxEntry> outbox)
    {
        var ticket = result.Ticket ?? throw new InvalidOperationException("The ticket store applied a change and gave no ticket back; its result must have one.");
        return new FinishCommit(result.Created ? JournalOutcome.Created : JournalOutcome.Appended, row.TraceJson)
        {
            Ticket = ticket.Number,
            Index =
            [
                new IndexedMessage(cause.MessageId, ticket.Number),
                .. cause.IndexKeys.Select(key => new IndexedMessage(key, ticket.Number)),
                .. Sent(outbox, ticket.Number),
            ],
            Outbox = outbox,
            Lifted = Writes(cause) ? [cause.Author.Key] : [],
            Events = [HostEventJson.Of(result, cause, row.OperationId, time.GetUtcNow())],
        };
    }

    // Who writes to us can be written to, whatever a report said.
    private static bool Writes(Cause cause) => cause is { Origin: JournalOrigin.Mail, IsAutomatic: false, MayEcho: true };
}
