using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The links of a mail, as the link service makes them.</summary>
internal sealed class TicketMailLinks(ITicketLinks links) : IMailLinks
{
    public async ValueTask<MailLinks> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken)
    {
        var made = await links.CreateAsync(ticket, recipients, cancellationToken).ConfigureAwait(false);
        return new MailLinks
        {
            Browse = made.TicketPage,
            View = made.View,
            Autologin = made.Autologin,
            Unsubscribe = made.Unsubscribe,
            SelfService = made.SelfService,
            RatingPrompt = made.Rating?.Prompt,
            Good = made.Rating?.Good,
            Ok = made.Rating?.Ok,
            Bad = made.Rating?.Bad,
            Placement = made.Placement.ToString().ToLowerInvariant(),
        };
    }
}
