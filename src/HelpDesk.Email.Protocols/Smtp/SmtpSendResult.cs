namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>How one mail went. Immutable.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Recipients">What the server said of each recipient, in the order of the envelope.</param>
public sealed record SmtpSendResult(SmtpOutcome Outcome, IReadOnlyList<SmtpRecipientReply> Recipients)
{
    /// <summary>The reply that decided for the whole mail: to MAIL where it was refused, else to the octets; <see langword="null"/> where it never came.</summary>
    public SmtpServerReply? Reply { get; init; }

    /// <summary>Why the mail was not even offered, in words; <see langword="null"/> where it was.</summary>
    public string? Reason { get; init; }
}
