using System.Diagnostics;
using HelpDesk.Email.Cli.Replay.Scenarios;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>Does to a ticket what a host would: answers go through the engine; everything else is the host's own, which raises it as an event.</summary>
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
        var author = await AuthorAsync(step, cancellationToken).ConfigureAwait(false);
        if (step.Type is HostEvent.Replied or HostEvent.Noted)
        {
            var reply = new AgentReply(Guid.NewGuid(), ticket.Number, author!, step.Text!) { IsInternal = step.Type == HostEvent.Noted, Status = step.Status };
            await ExpectAsync(await harness.Mailer.ReplyAsync(reply, cancellationToken).ConfigureAwait(false), JournalOutcome.Appended, $"The answer to ticket {ticket.Number}", cancellationToken).ConfigureAwait(false);
            return;
        }

        harness.Tickets.Change(ticket.Number, before => Changed(before, step));
        if (!string.IsNullOrWhiteSpace(step.Text))
        {
            await AddEntryAsync(step, ticket, author!, cancellationToken).ConfigureAwait(false);
        }

        if (NoticeOf(step, ticket, author) is { } notice)
        {
            await ExpectAsync(await harness.Mailer.RaiseAsync(notice, cancellationToken).ConfigureAwait(false), JournalOutcome.Recorded, $"The event of ticket {ticket.Number}", cancellationToken).ConfigureAwait(false);
        }

        await harness.SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ReplayException">It can't be done.</exception>
    public async Task SendAsync(SendStep step, CancellationToken cancellationToken)
    {
        var mail = new TemplateMail(Guid.NewGuid(), step.Template, step.To) { Ticket = step.Ticket, Values = step.Values };
        await ExpectAsync(await harness.Mailer.SendAsync(mail, cancellationToken).ConfigureAwait(false), JournalOutcome.Recorded, $"The mail from the template {step.Template}", cancellationToken).ConfigureAwait(false);
    }

    private async Task ExpectAsync(long row, JournalOutcome expected, string what, CancellationToken cancellationToken)
    {
        await harness.SettleAsync(cancellationToken).ConfigureAwait(false);
        var delivery = await harness.LookAtAsync(row, cancellationToken).ConfigureAwait(false);
        if (delivery.Outcome != expected)
        {
            throw new ReplayException($"{what} was {delivery.Outcome.ToString().ToLowerInvariant()}: {(delivery.Trace is [.., var last] ? last.Reason : "no reason given")}");
        }
    }

    private async Task AddEntryAsync(EventStep step, TicketSnapshot ticket, EmailAddress author, CancellationToken cancellationToken)
    {
        var change = new TicketChange
        {
            OperationId = Guid.NewGuid(),
            TicketNumber = ticket.Number,
            Entry = new NewTicketEntry(author, step.Text!) { At = harness.Clock.GetUtcNow() },
        };
        await harness.Tickets.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
    }

    // The directory knows the person's name.
    private async ValueTask<EmailAddress?> AuthorAsync(EventStep step, CancellationToken cancellationToken) =>
        step.By is null ? null : (await harness.Contacts.FindAsync(step.By, cancellationToken).ConfigureAwait(false))?.Address ?? step.By;

    // What the mail engine is not told of happens without mail.
    private static TicketNotice? NoticeOf(EventStep step, TicketSnapshot before, EmailAddress? actor)
    {
        NotificationEvent? what = step.Type switch
        {
            HostEvent.Created => NotificationEvent.Created,
            HostEvent.Closed => NotificationEvent.Closed,
            HostEvent.Reopened => NotificationEvent.Reopened,
            HostEvent.Assigned => step.To is null ? NotificationEvent.Taken : NotificationEvent.Assigned,
            HostEvent.Moved => NotificationEvent.Moved,
            HostEvent.ArticleChanged => NotificationEvent.ArticleChanged,
            HostEvent.AutoClosed => NotificationEvent.AutoClosed,
            HostEvent.SurveyDue => NotificationEvent.SurveyDue,
            HostEvent.Custom => NotificationEvent.Custom,
            _ => null,
        };
        return what is null ? null : new TicketNotice(Guid.NewGuid(), before.Number, what.Value)
        {
            Actor = actor,
            Name = step.Name,
            Text = string.IsNullOrWhiteSpace(step.Text) ? null : step.Text,
            PreviousDepartment = before.Department,
            PreviousCategory = before.Category,
        };
    }

    private static TicketSnapshot Changed(TicketSnapshot ticket, EventStep step) => step.Type switch
    {
        HostEvent.Closed or HostEvent.AutoClosed => ticket with { Status = TicketStatus.Closed },
        HostEvent.Reopened => ticket with { Status = step.Status ?? TicketStatus.Open },
        HostEvent.Assigned => ticket with { Assignee = step.To is null ? step.By : Person(step) },
        HostEvent.Moved => ticket with { Department = step.To ?? ticket.Department, Category = step.Category ?? ticket.Category },
        HostEvent.Locked => ticket with { IsLocked = true },
        HostEvent.Unlocked => ticket with { IsLocked = false },
        HostEvent.Merged => ticket with { MergedInto = step.To, Status = TicketStatus.Closed },
        HostEvent.Subscribed => ticket with { Subscribers = [.. ticket.Subscribers, Person(step)] },
        HostEvent.Created or HostEvent.ArticleChanged or HostEvent.SurveyDue or HostEvent.Custom => ticket,
        _ => throw new UnreachableException(),
    };

    private static EmailAddress Person(EventStep step) => EmailAddress.TryCreate(step.To, null, out var person)
        ? person
        : throw new ReplayException($"Ticket {step.Ticket} can't be {step.Type.ToString().ToLowerInvariant()} to '{step.To}', which is no e-mail address.");
}
