namespace HelpDesk.Email.Cli.Why;

/// <summary>What became of a mail for one recipient.</summary>
internal sealed record WhyRecipient(string Address, string State, string? Reply);
