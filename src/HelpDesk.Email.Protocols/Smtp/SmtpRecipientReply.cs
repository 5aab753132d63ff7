namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What a server said of a recipient.</summary>
/// <param name="Address">The recipient.</param>
/// <param name="Reply">The reply to RCPT; <see langword="null"/> where it was not asked.</param>
public sealed record SmtpRecipientReply(string Address, SmtpServerReply? Reply);
