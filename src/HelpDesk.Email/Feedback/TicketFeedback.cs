using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Feedback;

/// <summary>Changes the ticket store: what links do where the host says nothing else.</summary>
internal sealed class TicketFeedback(ITicketStore tickets, ITicketMailer mailer, IOptionsMonitor<HelpDeskEmailOptions> settings, TimeProvider time) : ILinkActions
{
    private const string RatingField = "Rating";
    private const string RatedEvent = "rated";
    private const int MaxTries = 5;

    public async ValueTask UnsubscribeAsync(TicketLink link, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var ticket = await FindAsync(link, cancellationToken).ConfigureAwait(false);
            if (ticket is null || !ticket.Subscribers.Contains(link.Address))
            {
                return;
            }

            // The version is part of the id: whoever subscribes again can unsubscribe again by the same link.
            var change = new TicketChange
            {
                OperationId = Operation(link, $"unsubscribe {ticket.Version}"),
                TicketNumber = ticket.Number,
                ExpectedVersion = ticket.Version.Length == 0 ? null : ticket.Version,
                RemoveSubscribers = [link.Address],
            };
            if ((await tickets.ApplyAsync(change, cancellationToken).ConfigureAwait(false)).Status != ApplyStatus.Conflict)
            {
                return;
            }
        }

        throw new StoreUnavailableException($"Ticket {link.Ticket} was changed by others {MaxTries} times in a row; try again.");
    }

    public async ValueTask RateAsync(TicketLink link, TicketRating rating, CancellationToken cancellationToken)
    {
        if (await FindAsync(link, cancellationToken).ConfigureAwait(false) is not { } ticket)
        {
            return;
        }

        // A store without fields keeps the note; nobody is to be woken by it.
        var said = rating.Comment is { Length: > 0 } comment ? $"Rating: {rating.Value}\n\n{comment}" : $"Rating: {rating.Value}";
        var operation = Operation(link, $"rate {rating.Id:N}");
        await tickets.ApplyAsync(
            new TicketChange
            {
                OperationId = operation,
                TicketNumber = ticket.Number,
                Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [RatingField] = rating.Value.ToString() },
                Entry = new NewTicketEntry(link.Address, said) { Kind = EntryKind.Note, Visibility = EntryVisibility.Internal, At = time.GetUtcNow() },
            },
            cancellationToken).ConfigureAwait(false);
        if (settings.CurrentValue.Notifications.Events.ContainsKey(RatedEvent))
        {
            await mailer.RaiseAsync(Notice(operation, ticket.Number, link, rating), cancellationToken).ConfigureAwait(false);
        }
    }

    private static TicketNotice Notice(Guid id, string ticket, TicketLink link, TicketRating rating) =>
        new(id, ticket, NotificationEvent.Custom)
        {
            Name = RatedEvent,
            Actor = link.Address,
            Text = rating.Comment,
            IsInternal = true,
            Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["rating"] = rating.Value.ToString() },
        };

    private async ValueTask<TicketSnapshot?> FindAsync(TicketLink link, CancellationToken cancellationToken) =>
        await tickets.FindAsync(TicketLookup.Of(link.Ticket), cancellationToken).ConfigureAwait(false) is [var ticket, ..] ? ticket : null;

    private static Guid Operation(TicketLink link, string act) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"link\n{link.Id:N}\n{act}")).AsSpan(0, 16));
}
