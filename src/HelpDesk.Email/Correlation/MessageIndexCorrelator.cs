using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by the Message-IDs that we remember, of mail in and out.</summary>
internal sealed class MessageIndexCorrelator(IMailStore store) : ITicketCorrelator
{
    private const int MaxIds = 100;

    public async ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        if (!context.Settings.Correlation.MatchReferences)
        {
            return [];
        }

        var ids = AnsweredIds.Of(context.Mail).Take(MaxIds).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var known = await store.MessageIndex.FindAsync(ids, cancellationToken).ConfigureAwait(false);
        var byId = known.ToLookup(message => message.MessageId, message => message.Ticket, StringComparer.Ordinal);
        return [.. ids.SelectMany(id => byId[id]).Distinct().Select(ticket => new TicketCandidate(ticket, MatchStrength.Reference, $"reference to ticket {ticket}"))];
    }
}
