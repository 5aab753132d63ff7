using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>Who may join a ticket by which evidence.</summary>
internal static class JoinRule
{
    /// <summary>The reason against it, or <see langword="null"/>.</summary>
    public static string? WhyNot(InboundContext context, TicketCandidate candidate, TicketSnapshot ticket)
    {
        // A report comes from a server that belongs to no ticket; it only tells something.
        if (candidate.Strength == MatchStrength.Signed || context.Classification.IsReport)
        {
            return null;
        }

        if (candidate.Strength == MatchStrength.Tag && context.Settings.Correlation.TrustSubjectTagFrom == TagTrust.Anyone)
        {
            return null;
        }

        if (candidate.Strength < MatchStrength.Reference && !context.Sender.IsVouchedFor)
        {
            return $"the sender is {context.Sender.Trust}, and {(candidate.Strength == MatchStrength.Tag ? "a number" : "a subject")} alone is no proof";
        }

        return context.Sender.IsTechnician || context.Sender.BelongsTo(ticket) ? null : "the sender does not belong to the ticket";
    }
}
