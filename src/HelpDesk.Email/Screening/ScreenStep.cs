using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Screening;

/// <summary>Says whether a mail is taken.</summary>
[StepDescription("Leaves out what a filter of the settings names, quarantines what is over a limit, and refuses people who may not write; a report is recorded all the same.")]
public sealed class ScreenStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Screen(context));
    }

    // Filters come before what is known of the person: they hold for everybody.
    private static StepVerdict Screen(InboundContext context)
    {
        if (FindFilter(context) is { } filter)
        {
            return TellsOfOurMail(context)
                ? StepVerdict.Continue($"{filter}; a report is recorded all the same")
                : StepVerdict.Ignore(filter);
        }

        var length = context.Mail.Subject.Length;
        var limit = context.Settings.Limits.MaxSubjectLength;
        if (length > limit)
        {
            return StepVerdict.Quarantine($"the subject has {length} characters; Limits:MaxSubjectLength is {limit}");
        }

        return WhyNotFrom(context) is { } reason && !IsOnlyRecorded(context) ? StepVerdict.Reject(reason, TemplateNames.RejectedByRequirements) : StepVerdict.Continue();
    }

    private static string? FindFilter(InboundContext context)
    {
        var filters = context.Settings.Filters;
        var sender = context.Sender;
        var people = sender.BroughtBy is { } carrier ? [sender.Address, carrier.Address] : context.Mail.From.Count > 0 ? context.Mail.From : [sender.Address];
        if (FilterSet.Of(filters).WhyNot(FilterDirection.Receive, people, sender.Role, context.Mail.Subject) is { } reason)
        {
            return reason;
        }

        if (filters.JunkFilter && JunkMail.Find(context) is { } junk)
        {
            return $"Filters:JunkFilter: {junk}";
        }

        return IsAccepted(filters.AcceptFrom, sender)
            ? null
            : $"Filters:AcceptFrom is {filters.AcceptFrom}, and the sender is {(sender.Contact is null ? "not known" : $"a {sender.Role}")}";
    }

    private static bool IsAccepted(AcceptedSenders accepted, SenderIdentity sender) => accepted switch
    {
        AcceptedSenders.Everyone => true,
        AcceptedSenders.Requesters => sender is { Contact: not null, IsTechnician: false },
        AcceptedSenders.Technicians => sender.IsTechnician,
        _ => sender.Contact is not null,
    };

    private static string? WhyNotFrom(InboundContext context)
    {
        if (context.Sender.Contact is { IsActive: false })
        {
            return "the sender is inactive";
        }

        // Who answers tickets is known well enough.
        return !context.Settings.Identity.AcceptUnregistered && context.Sender is { IsTechnician: false, Contact: null or { IsRegistered: false } }
            ? "the sender is not registered; Identity:AcceptUnregistered is false"
            : null;
    }

    private static bool IsOnlyRecorded(InboundContext context) => context.Classification.IsReport || context.Classification.Kind == MailKind.Loop;

    // A report that names no mail and no recipient tells nothing that could be hidden.
    private static bool TellsOfOurMail(InboundContext context) =>
        context.Classification.Kind == MailKind.Loop
        || (context.Classification.IsReport && (context.Mail.DeliveryReport is not null || context.Mail.ReportedMessageId is not null));
}
