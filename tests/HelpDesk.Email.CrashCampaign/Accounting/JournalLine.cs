namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>A row of the journal.</summary>
internal sealed record JournalLine(long Id, string Mailbox, string MessageId, int Outcome, string? Ticket);
