namespace HelpDesk.Email.Inbound;

/// <summary>What a mail reports about the delivery of another one. Immutable.</summary>
/// <remarks>
/// Read from a report in the form of RFC 3464, from a notice in the form of RFC 5965, and also from the bounces in no standard
/// form at all that many systems send. It is not what makes a mail a bounce: that is <see cref="MailClassification.Kind"/>.
/// </remarks>
public sealed record DeliveryReport
{
    /// <summary>The Message-ID of the mail reported on, with angle brackets, or <see langword="null"/> where the report gives none back.</summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>The recipients that the report speaks of, in its order, each once.</summary>
    public IReadOnlyList<DeliveryReportRecipient> Recipients { get; init; } = [];

    /// <summary>The facts by which the report was known, for instance <c>part message/delivery-status</c> or <c>sender mailer-daemon</c>.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Which kind of mail the report makes: a bounce, a delay, a success, or a complaint.</summary>
    public MailKind Kind { get; init; } = MailKind.Bounce;
}
