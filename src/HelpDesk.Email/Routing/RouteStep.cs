using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Routing;

/// <summary>Gives a ticket its place.</summary>
[StepDescription("Gives a new ticket its department, and by the first rule that holds its type, priority, category and assignee.")]
public sealed class RouteStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Route(context));
    }

    private static StepVerdict Route(InboundContext context)
    {
        // A report has to find its mail, whatever rules say of its words.
        if (context.Classification.IsReport || context.Classification.Kind == MailKind.Loop)
        {
            return StepVerdict.Continue();
        }

        var said = new List<string>();
        var isNew = MakesTicket(context);
        if (AskRules(context, isNew, said) is { } verdict)
        {
            return verdict;
        }

        if (isNew)
        {
            SetDefaults(context, said);
        }

        return StepVerdict.Continue(string.Join("; ", said));
    }

    private static StepVerdict? AskRules(InboundContext context, bool isNew, List<string> said)
    {
        var mail = new MailTexts(context, isNew);
        foreach (var rule in RuleBook.Of(context.Settings).For(isNew).Where(rule => rule.Holds(mail)))
        {
            context.Evidence.Add($"rule {rule.Name}");
            if (rule.Verdict != RuleVerdict.Accept)
            {
                var reason = $"Rules:{rule.Name}:Verdict is {rule.Verdict}";
                return rule.Verdict == RuleVerdict.Ignore ? StepVerdict.Ignore(reason) : StepVerdict.Quarantine(reason);
            }

            said.Add(rule.Write(context.Draft, mail));
            if (!rule.Continues)
            {
                break;
            }
        }

        said.AddRange(mail.Overruns);
        return null;
    }

    // What a command or a rule said stays; the type brings its own after that, and the mailbox what is left.
    private static void SetDefaults(InboundContext context, List<string> said)
    {
        var draft = context.Draft;
        if (draft.Type is { } name && context.Settings.TicketTypes.TryGetValue(name, out var type))
        {
            said.Add(TicketTypes.Write(draft, name, type));
        }

        if (draft.Department is null && context.Mailbox.Department is { } department)
        {
            draft.Department = department;
            said.Add($"department {department} by Mailboxes:{context.Entry.Mailbox}:Department");
        }
    }

    private static bool MakesTicket(InboundContext context) =>
        context.Match is not { Ticket: var ticket }
        || (ticket.Status == TicketStatus.Closed
            && !context.Classification.IsAutomatic
            && context.Settings.DepartmentOf(ticket.Department).ClosedTicketPolicy == ClosedTicketPolicy.NewTicket);
}
