namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>A row of the outbox.</summary>
internal sealed record OutboxLine(long Id, long JournalId, string MessageId, string Recipients, string Template, string? Ticket, int State, int Attempts);
