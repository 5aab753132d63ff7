using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by what we signed: a Message-ID of ours that is answered, or a reply address of ours.</summary>
internal sealed class SignedTokenCorrelator(TicketTokens tokens, SignedMessageIds messageIds, SignedReplyAddresses replyAddresses) : ITicketCorrelator
{
    private const int MaxIds = 100;

    public async ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var candidates = new List<TicketCandidate>();
        foreach (var address in Recipients(context))
        {
            if (await replyAddresses.VerifyAsync(address, cancellationToken).ConfigureAwait(false) is { } token)
            {
                candidates.Add(await ToCandidateAsync(context, token, "signed reply address", cancellationToken).ConfigureAwait(false));
            }
        }

        if (context.Settings.Correlation.MatchReferences)
        {
            foreach (var id in AnsweredIds.Of(context.Mail).Take(MaxIds))
            {
                if (await messageIds.VerifyAsync(id, cancellationToken).ConfigureAwait(false) is { } token)
                {
                    candidates.Add(await ToCandidateAsync(context, token, "signed Message-ID", cancellationToken).ConfigureAwait(false));
                }
            }
        }

        return candidates;
    }

    private static IEnumerable<string> Recipients(InboundContext context) =>
        DeliveryAddresses.Of(context)
            .Where(address => address.Length <= 320)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxIds);

    private async ValueTask<TicketCandidate> ToCandidateAsync(InboundContext context, TicketToken token, string evidence, CancellationToken cancellationToken)
    {
        // A token that several people have seen proves nobody.
        var others = context.Mail.To.Concat(context.Mail.Cc).Count(address => !context.Mailbox.IsReachedBy(address.Address));
        var madeForSender = others == 0
            && await tokens.IsForAsync(token, context.Sender.Address, cancellationToken).ConfigureAwait(false);
        return new TicketCandidate(token.Ticket, MatchStrength.Signed, evidence) { MadeForSender = madeForSender };
    }
}
