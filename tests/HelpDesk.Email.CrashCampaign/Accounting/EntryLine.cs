namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>An entry of a ticket.</summary>
internal sealed record EntryLine(long Id, string Ticket, string MessageId, long JournalId, long Attachments, long AttachedOctets);
