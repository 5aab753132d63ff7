using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Explaining;

/// <summary>What became of a mail for one recipient. Immutable.</summary>
/// <param name="Address">The recipient as the reporting system knew it, or else as the sender gave it; <see langword="null"/> where neither is said.</param>
/// <param name="Action">What became of it.</param>
/// <param name="Status">The status code (RFC 3463) of the report, or else the one in the diagnostic.</param>
/// <param name="Diagnostic">What the other server said.</param>
public sealed record ExplainedRecipient(string? Address, DeliveryAction Action, EnhancedStatusCode? Status, string? Diagnostic)
{
    /// <summary>Whether trying again is pointless: class 5 by the status code, or by the SMTP reply in the diagnostic where there is none.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Whether the address itself is dead (no such mailbox, no such host, moved), rather than full or refused for size, content or policy.</summary>
    public bool IsAddressInvalid { get; init; }
}
