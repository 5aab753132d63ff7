using System.Diagnostics;
using HelpDesk.Email.Cli.Replay.Scenarios;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>Does to a ticket what a host would: answers go through the engine, everything else is the host's own.</summary>
internal sealed class HostChanges(HelpDeskHarness harness)
{
    /// <exception cref="ReplayException">It can't be done.</exception>
    public async Task MakeAsync(EventStep step, CancellationToken cancellationToken)
    {
        var found = await harness.Tickets.FindAsync(TicketLookup.Of(step.Ticket), cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            throw new ReplayException($"There is no ticket {step.Ticket}, and so it can't be {step.Type.ToString().ToLowerInvariant()}.");
        }

        var ticket = found[0];
        if (step.Type is HostEvent.Replied or HostEvent.Noted)
        {
            await ReplyAsync(step, ticket, cancellationToken).ConfigureAwait(false);
            return;
        }

        harness.Tickets.Change(ticket.Number, before => Changed(before, step));
        if (!string.IsNullOrWhiteSpace(step.Text))
        {
            await AddEntryAsync(step, ticket, cancellationToken).ConfigureAwait(false);
        }

        await harness.SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task ReplyAsync(EventStep step, TicketSnapshot ticket, CancellationToken cancellationToken)
    {
        var reply = new AgentReply(Guid.NewGuid(), ticket.Number, await AuthorAsync(step, cancellationToken).ConfigureAwait(false), step.Text!)
        {
            IsInternal = step.Type == HostEvent.Noted,
            Status = step.Status,
        };
        var row = await harness.Mailer.ReplyAsync(reply, cancellationToken).ConfigureAwait(false);
        await harness.SettleAsync(cancellationToken).ConfigureAwait(false);
        var delivery = await harness.LookAtAsync(row, cancellationToken).ConfigureAwait(false);
        if (delivery.Outcome != JournalOutcome.Appended)
        {
            throw new ReplayException($"The answer to ticket {ticket.Number} was {delivery.Outcome.ToString().ToLowerInvariant()}: {(delivery.Trace is [.., var last] ? last.Reason : "no reason given")}");
        }
    }

    private async Task AddEntryAsync(EventStep step, TicketSnapshot ticket, CancellationToken cancellationToken)
    {
        var change = new TicketChange
        {
            OperationId = Guid.NewGuid(),
            TicketNumber = ticket.Number,
            Entry = new NewTicketEntry(await AuthorAsync(step, cancellationToken).ConfigureAwait(false), step.Text!) { At = harness.Clock.GetUtcNow() },
        };
        await harness.Tickets.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
    }

    // The directory knows the person's name.
    private async ValueTask<EmailAddress> AuthorAsync(EventStep step, CancellationToken cancellationToken) =>
        (await harness.Contacts.FindAsync(step.By!, cancellationToken).ConfigureAwait(false))?.Address ?? step.By!;

    private static TicketSnapshot Changed(TicketSnapshot ticket, EventStep step) => step.Type switch
    {
        HostEvent.Closed => ticket with { Status = TicketStatus.Closed },
        HostEvent.Reopened => ticket with { Status = step.Status ?? TicketStatus.Open },
        HostEvent.Assigned => ticket with { Assignee = step.To is null ? step.By : Person(step) },
        HostEvent.Moved => ticket with { Department = step.To },
        HostEvent.Locked => ticket with { IsLocked = true },
        HostEvent.Unlocked => ticket with { IsLocked = false },
        HostEvent.Merged => ticket with { MergedInto = step.To, Status = TicketStatus.Closed },
        HostEvent.Subscribed => ticket with { Subscribers = [.. ticket.Subscribers, Person(step)] },
        _ => throw new UnreachableException(),
    };

    private static EmailAddress Person(EventStep step) => EmailAddress.TryCreate(step.To, null, out var person)
        ? person
        : throw new ReplayException($"Ticket {step.Ticket} can't be {step.Type.ToString().ToLowerInvariant()} to '{step.To}', which is no e-mail address.");
}
