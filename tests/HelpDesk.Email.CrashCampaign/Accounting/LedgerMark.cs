namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>The last row of each table that was read.</summary>
internal sealed record LedgerMark(long Journal, long Ticket, long Entry, long Outbox, long Content)
{
    public static LedgerMark Start { get; } = new(0, 0, 0, 0, 0);
}
