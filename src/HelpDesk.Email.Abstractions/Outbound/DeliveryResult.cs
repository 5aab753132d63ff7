namespace HelpDesk.Email.Outbound;

/// <summary>What one attempt gave.</summary>
/// <param name="Recipients">One result a recipient, in the order of the mail's; empty when the channel failed.</param>
public sealed record DeliveryResult(IReadOnlyList<RecipientResult> Recipients)
{
    /// <summary>Why the whole channel is closed, or <see langword="null"/>.</summary>
    public ChannelFailure? Channel { get; init; }

    /// <summary>The Message-ID that the provider gave in place of ours, or <see langword="null"/>.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>All recipients have one status.</summary>
    public static DeliveryResult ForAll(OutboundMail mail, RecipientStatus status, string? reply = null) =>
        new([.. mail.Recipients.Select(address => new RecipientResult(address, status, Reply: reply))]);

    /// <summary>The channel is closed.</summary>
    public static DeliveryResult Closed(string reason, TimeSpan retryAfter) =>
        new([]) { Channel = new ChannelFailure(reason, retryAfter) };
}
