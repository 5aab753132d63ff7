namespace HelpDesk.Email.Mime;

/// <summary>What a delivery report says of one recipient (RFC 3464 section 2.3).</summary>
public sealed record DeliveryReportRecipient
{
    /// <summary>The recipient as the reporting system knew it, without its address type; null where not given.</summary>
    public string? FinalRecipient { get; init; }

    /// <summary>The recipient as the sender gave it, without its address type; null where not given.</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>What became of the message.</summary>
    public DeliveryAction Action { get; init; }

    /// <summary>The status code, or null where none can be read.</summary>
    public EnhancedStatusCode? Status { get; init; }

    /// <summary>What the other server said, without its type; null where not given.</summary>
    public string? DiagnosticCode { get; init; }

    /// <summary>The kind of the diagnostic, such as <c>smtp</c>; null where not given.</summary>
    public string? DiagnosticType { get; init; }

    /// <summary>The server that said it, without its type; null where not given.</summary>
    public string? RemoteMta { get; init; }

    /// <summary>When delivery was last tried.</summary>
    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>Until when it will be tried again.</summary>
    public DateTimeOffset? WillRetryUntil { get; init; }
}
