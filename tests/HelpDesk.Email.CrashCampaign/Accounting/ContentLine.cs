namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>Octets in the store.</summary>
internal sealed record ContentLine(long Id, byte[] Hash, long Length, byte[] Octets);
