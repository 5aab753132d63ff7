namespace HelpDesk.Email.Explaining;

/// <summary>What a delivery status notification (RFC 3464) says. Immutable.</summary>
/// <param name="OriginalMessageId">The Message-ID of the mail it is about, with angle brackets; <see langword="null"/> where the report does not give it back.</param>
/// <param name="Recipients">One entry a recipient, in the order of the report.</param>
public sealed record ExplainedReport(string? OriginalMessageId, IReadOnlyList<ExplainedRecipient> Recipients);
