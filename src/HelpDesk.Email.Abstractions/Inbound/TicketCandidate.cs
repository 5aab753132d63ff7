namespace HelpDesk.Email.Inbound;

/// <summary>A ticket that a mail may belong to.</summary>
/// <param name="TicketNumber">The number.</param>
/// <param name="Strength">How much the evidence says.</param>
/// <param name="Evidence">What spoke for it, for instance <c>subject tag #1234</c>.</param>
public sealed record TicketCandidate(string TicketNumber, MatchStrength Strength, string Evidence)
{
    /// <summary>The address that a token was made for, where that is the sender's; otherwise <see langword="false"/>.</summary>
    public bool MadeForSender { get; init; }
}
