using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Pipeline;
using HelpDesk.Email.Returns;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>Decides about a mail: runs the pipeline and puts its words into one decision. Writes nothing.</summary>
internal sealed class MailDecider(PipelineRunner pipeline, ReturnedReports reports, IKeyRing keys, TimeProvider time)
{
    public async ValueTask<Decision> DecideAsync(
        JournalEntry entry, MailContent content, SettingsSnapshot settings, StepInHand inHand, CancellationToken cancellationToken)
    {
        var context = new InboundContext(entry, content, settings.MailboxOf(entry.Mailbox), settings.Options);
        var ring = await keys.GetAsync(cancellationToken).ConfigureAwait(false);
        var result = await pipeline.RunAsync(context, inHand, cancellationToken).ConfigureAwait(false);
        return result.Verdict switch
        {
            DeferVerdict defer => new DeferDecision(defer.Delay, defer.IsWaiting, result.Trace),
            StopVerdict when context.Record is { } record =>
                new RecordDecision(record with { OperationId = entry.OperationId }, CauseOf(context), result.Trace, Reservations.Of(context.Mail, entry, settings.Options, ring)),
            StopVerdict when context.Answer is { } answer => new VerdictDecision(JournalOutcome.Recorded, null, null, CauseOf(context), result.Trace) { Answer = answer },
            StopVerdict stop => await StoppedAsync(context, stop, result.Trace, cancellationToken).ConfigureAwait(false),
            RejectVerdict reject => new VerdictDecision(JournalOutcome.Rejected, context.Match?.Ticket, reject.Template, CauseOf(context), result.Trace),
            _ when context.Change is { } change =>
                new ChangeDecision(change with { OperationId = entry.OperationId }, CauseOf(context) with { IsInternal = change.Entry?.Visibility == EntryVisibility.Internal, EntryKind = change.Entry?.Kind ?? EntryKind.Message }, result.Trace, Reservations.Of(context.Mail, entry, settings.Options, ring)),
            _ => throw new InvalidOperationException(
                "The pipeline came to its end without a change of a ticket and without a verdict. A step at the end must set InboundContext.Change or stop."),
        };
    }

    private async ValueTask<VerdictDecision> StoppedAsync(InboundContext context, StopVerdict stop, IReadOnlyList<TraceLine> trace, CancellationToken cancellationToken)
    {
        var isRecorded = stop.Outcome == JournalOutcome.Recorded;
        var report = isRecorded ? await reports.FindAsync(context, cancellationToken).ConfigureAwait(false) : null;
        return new VerdictDecision(stop.Outcome, context.Match?.Ticket, null, null, report is null ? trace : [.. trace, new TraceLine("Report", "found", report.InWords) { At = time.GetUtcNow() }])
        {
            IsLoop = isRecorded && context.Classification.Kind == MailKind.Loop,
            Report = report,
            ReportCause = report is null ? null : CauseOf(context),
        };
    }

    private Cause CauseOf(InboundContext context)
    {
        var mail = context.Mail;
        var sender = context.Sender;
        return new Cause(JournalOrigin.Mail, sender.Address, mail.MessageId)
        {
            Mailbox = context.Entry.Mailbox,
            References = mail.HasOwnMessageId ? [.. mail.References, mail.MessageId] : mail.References,
            Subject = mail.Subject,
            MayRespond = AnswerPolicy.WhyNot(context, time.GetUtcNow()) is null,
            IsOld = mail.Date is { } date && time.GetUtcNow() - date > context.Settings.AutomaticAnswers.MaxMailAge,
            Before = context.Match?.Ticket is { } ticket ? new TicketPlace(ticket.Department, ticket.Category) : null,
            IsAutomatic = context.Classification.IsAutomatic,
            IsOtherHelpDesk = context.Classification.IsOtherHelpDesk,
            MayEcho = sender.IsVouchedFor,
            Notify = [.. context.Draft.Notify],
            IndexKeys = [.. context.Draft.IndexKeys],
            CreatesContact = sender is { Contact: null, IsVouchedFor: true } && mail.From.Count > 0 && !context.Classification.IsAutomatic,
        };
    }
}
