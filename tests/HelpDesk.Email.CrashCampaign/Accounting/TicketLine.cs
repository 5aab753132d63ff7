namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>A ticket.</summary>
internal sealed record TicketLine(long Id, string Number, string Requester, string Subject);
