namespace HelpDesk.Email.Inbound;

/// <summary>What a report says of one recipient. Immutable.</summary>
/// <param name="Address">The recipient, as the report names it, without angle brackets.</param>
public sealed record DeliveryReportRecipient(string Address)
{
    /// <summary>What became of the mail (RFC 3464 section 2.3.3): <c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>; <see langword="null"/> in a complaint.</summary>
    public string? Action { get; init; }

    /// <summary>The status code of RFC 3463, for instance <c>5.1.1</c>; <see langword="null"/> where the mail holds none.</summary>
    public string? Status { get; init; }

    /// <summary>What the refusing system said, on one line and at most 1,000 characters; <see langword="null"/> where nothing is told.</summary>
    public string? Diagnostic { get; init; }

    /// <summary>Whether the failure is of class 5 of RFC 3463, by the report's status or by the SMTP reply found in it.</summary>
    public bool Permanent { get; init; }

    /// <summary>Whether the address itself is dead: unknown user, unknown host, moved; rather than full, too large, refused by policy or for its content.</summary>
    public bool AddressInvalid { get; init; }
}
