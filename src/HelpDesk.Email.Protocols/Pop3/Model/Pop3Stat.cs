namespace HelpDesk.Email.Protocols.Pop3.Model;

/// <summary>What is in the mailbox (STAT).</summary>
/// <param name="Count">How many mails.</param>
/// <param name="Octets">How many octets they have together, by the server's own word.</param>
public sealed record Pop3Stat(int Count, long Octets);
