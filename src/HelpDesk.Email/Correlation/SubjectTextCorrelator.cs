using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by equal subjects of the same requester. Gives nothing in a host that can't list tickets.</summary>
internal sealed class SubjectTextCorrelator(ITicketQueries? tickets = null) : ITicketCorrelator
{
    private const int MaxTickets = 200;
    private const int MaxAddresses = 10;

    public async ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings.Correlation;
        if (!settings.MatchSubjectText || tickets is null || SubjectText.Of(context.Mail.Subject, settings) is not { Length: > 0 } subject)
        {
            return [];
        }

        var since = context.Entry.ReceivedAt - settings.SubjectTextMaxAge;
        var same = new List<TicketSnapshot>();
        foreach (var address in context.Sender.Addresses.Take(MaxAddresses))
        {
            var theirs = await tickets.OfRequesterAsync(address, since, MaxTickets, cancellationToken).ConfigureAwait(false);
            same.AddRange(theirs.Where(ticket => ticket.Created >= since && SubjectText.Of(ticket.Subject, settings) == subject));
        }

        return
        [
            .. same.OrderByDescending(ticket => ticket.Created)
                .Select(ticket => new TicketCandidate(ticket.Number, MatchStrength.Text, $"the same subject as ticket {ticket.Number} of the same requester")),
        ];
    }
}
