using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Links;

internal sealed class TicketLinks(
    LinkTokens tokens,
    LinkPermission permission,
    IContactDirectory contacts,
    IOptionsMonitor<HelpDeskEmailOptions> settings,
    TimeProvider time) : ITicketLinks
{
    public string? TicketUrl(string ticketNumber)
    {
        ArgumentException.ThrowIfNullOrEmpty(ticketNumber);
        var options = settings.CurrentValue.Links;
        return LinkRoot.TryGet(options, out var root)
            ? LinkRoot.Below(root, options.TicketPath.Replace("{number}", Uri.EscapeDataString(ticketNumber), StringComparison.Ordinal))
            : null;
    }

    public async ValueTask<TicketLinkSet> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(recipients);
        var options = settings.CurrentValue.Links;
        if (!LinkRoot.TryGet(options, out var root))
        {
            return new TicketLinkSet { Placement = options.Placement };
        }

        var page = TicketUrl(ticket.Number);
        var links = new TicketLinkSet
        {
            TicketPage = page,
            View = page,
            SelfService = SelfService(root, options),
            Placement = options.Placement,
        };

        // A token in a mail to several is everybody's: whoever of them opens it would be the one it was made for.
        return recipients.Count == 1 ? await ForOneAsync(links, new Making(root, options, ticket, recipients[0]), cancellationToken).ConfigureAwait(false) : links;
    }

    public async ValueTask<LinkVerdict> ReadAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (await tokens.VerifyAsync(purpose, token, cancellationToken).ConfigureAwait(false) is not { } link)
        {
            return LinkVerdict.Of(LinkStatus.Forged);
        }

        if (link.ExpiresAt <= time.GetUtcNow())
        {
            return LinkVerdict.Of(LinkStatus.Expired);
        }

        return await permission.IsGrantedAsync(link, cancellationToken).ConfigureAwait(false)
            ? new LinkVerdict(LinkStatus.Valid, link)
            : LinkVerdict.Of(LinkStatus.Revoked);
    }

    private async ValueTask<TicketLinkSet> ForOneAsync(TicketLinkSet links, Making making, CancellationToken cancellationToken)
    {
        var (options, ticket, person) = (making.Options, making.Ticket, making.Person);
        var contact = await contacts.FindAsync(person, cancellationToken).ConfigureAwait(false);
        if (options.UnsubscribeEnabled && ticket.Subscribers.Contains(person))
        {
            links = links with { Unsubscribe = await SignedAsync(making, LinkPurpose.Unsubscribe, null, cancellationToken).ConfigureAwait(false) };
        }

        // Technicians see more than one ticket, and log in to see it.
        if (!LinkPermission.IsRegular(contact) || !ticket.Knows(person))
        {
            return links;
        }

        links = links with { View = await SignedAsync(making, LinkPurpose.View, options.ViewValidity, cancellationToken).ConfigureAwait(false) };
        if (!ticket.Requester.Equals(person))
        {
            return links;
        }

        if (options.AutologinEnabled && contact is not null)
        {
            links = links with { Autologin = await SignedAsync(making, LinkPurpose.Autologin, options.AutologinValidity, cancellationToken).ConfigureAwait(false) };
        }

        if (options.RatingEnabled)
        {
            var rate = await SignedAsync(making, LinkPurpose.Rate, options.RatingValidity, cancellationToken).ConfigureAwait(false);
            links = links with { Rating = new RatingLinks(options.RatingPrompt, $"{rate}/good", $"{rate}/ok", $"{rate}/bad") };
        }

        return links;
    }

    private async ValueTask<string> SignedAsync(Making making, LinkPurpose purpose, TimeSpan? validity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var token = await tokens.SignAsync(purpose, making.Ticket.Number, making.Person, now, now + validity, cancellationToken).ConfigureAwait(false);
        return LinkRoot.Below(making.Root, $"{making.Options.Path.Trim('/')}/{LinkPaths.Of(purpose)}/{token}");
    }

    private static string? SelfService(Uri root, LinksOptions options) => options.SelfServiceUrl switch
    {
        null or "" => null,
        { } url when url.Contains("://", StringComparison.Ordinal) => url,
        { } path => LinkRoot.Below(root, path),
    };

    private sealed record Making(Uri Root, LinksOptions Options, TicketSnapshot Ticket, EmailAddress Person);
}
