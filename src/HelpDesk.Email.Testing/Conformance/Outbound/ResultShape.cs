using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>What every result looks like, whatever became of the mail.</summary>
internal static class ResultShape
{
    /// <summary>That a result is one of a closed channel, or has one line for each recipient in the order of the envelope.</summary>
    public static void Check(OutboundMail mail, DeliveryResult result)
    {
        if (result.Channel is { } channel)
        {
            Expect.Same(0, result.Recipients.Count, "The number of results beside a closed channel");
            Expect.That(!string.IsNullOrWhiteSpace(channel.Reason), "A closed channel gives no reason.");
            Expect.That(channel.RetryAfter > TimeSpan.Zero, $"A closed channel is to be tried again after {channel.RetryAfter}.");
            return;
        }

        Expect.SameList(mail.Recipients, result.Recipients.Select(recipient => recipient.Address), "The addresses of the results");
        foreach (var (address, status, _, reply) in result.Recipients)
        {
            Expect.That(reply is null || !reply.AsSpan().ContainsAny('\r', '\n'), $"The reply for {address} has more than one line: '{reply}'.");
            Expect.That(status is RecipientStatus.Accepted || !string.IsNullOrWhiteSpace(reply), $"{address} is {status}, and the result does not say why.");
        }
    }

    /// <summary>That the channel is open and all recipients have one status.</summary>
    public static void CheckAll(DeliveryResult result, RecipientStatus status)
    {
        Expect.That(result.Channel is null, $"The channel is closed: {result.Channel?.Reason}");
        var other = result.Recipients.FirstOrDefault(recipient => recipient.Status != status);
        Expect.That(other is null, $"{other?.Address} is {other?.Status} ({other?.Reply}), expected is {status}.");
    }

    /// <summary>That the channel is open and each recipient, in the order of the envelope, has the status expected of it.</summary>
    public static void CheckEach(DeliveryResult result, params IReadOnlyList<RecipientStatus> statuses)
    {
        Expect.That(result.Channel is null, $"The channel is closed: {result.Channel?.Reason}");
        Expect.SameList(statuses, result.Recipients.Select(recipient => recipient.Status), "What became of the recipients");
    }
}
