using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Returns;

/// <summary>Reads a report as news of one mail of ours.</summary>
internal static class ReportReader
{
    private const int LongestReport = 500;

    /// <summary>Reads it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="evidence">How it was known.</param>
    /// <param name="isItsOwn">Whether the report came to an address that only this mail has: what it says of an address that the mail was forwarded to is the recipient's too.</param>
    /// <param name="context">The report.</param>
    /// <param name="suppressFor">For how long a dead address gets no mail; 0 to suppress none.</param>
    /// <param name="now">Now.</param>
    public static ReturnedReport Read(OutboxEntry mail, string evidence, bool isItsOwn, InboundContext context, TimeSpan suppressFor, DateTimeOffset now)
    {
        var kind = context.Classification.Kind;
        var reports = new List<RecipientReport>();
        var suppressed = new List<SuppressedAddress>();
        var failed = new List<FailedDelivery>();
        foreach (var said in context.Mail.DeliveryReport?.Recipients ?? [])
        {
            if (Recipient(mail, said.Address, isItsOwn) is not { } address)
            {
                continue;
            }

            var words = Words(said, address);
            var hasBounced = said.Action is "failed" || (said.Action is null && kind == MailKind.Bounce && said.Permanent);
            var isDead = hasBounced && said is { Permanent: true, AddressInvalid: true } && suppressFor > TimeSpan.Zero && address.Equals(said.Address, StringComparison.OrdinalIgnoreCase);
            reports.Add(new RecipientReport(mail.Id, address, words) { HasBounced = hasBounced });
            if (hasBounced)
            {
                failed.Add(new FailedDelivery(address, words, isDead));
            }

            if (isDead)
            {
                suppressed.Add(new SuppressedAddress(address.ToLowerInvariant(), now + suppressFor, words) { Since = now, OutboxId = mail.Id });
            }
        }

        if (reports.Count == 0 && isItsOwn && mail.Recipients.Count == 1)
        {
            // A report in words that nobody understands: it is noted, and proves nothing.
            reports.Add(new RecipientReport(mail.Id, mail.Recipients[0].Address, $"a report came back ({kind}) that names no recipient"));
        }

        return new ReturnedReport(mail, evidence) { Reports = reports, Suppressed = suppressed, Failed = failed };
    }

    private static string? Recipient(OutboxEntry mail, string said, bool isItsOwn) =>
        mail.Recipients.FirstOrDefault(recipient => recipient.Address.Equals(said, StringComparison.OrdinalIgnoreCase))?.Address
        ?? (isItsOwn && mail.Recipients.Count == 1 ? mail.Recipients[0].Address : null);

    private static string Words(DeliveryReportRecipient said, string address)
    {
        var words = string.Join(' ', new[] { said.Action, said.Diagnostic is { } diagnostic && said.Status is { } status && diagnostic.Contains(status, StringComparison.Ordinal) ? null : said.Status, said.Diagnostic }.OfType<string>());
        words = address.Equals(said.Address, StringComparison.OrdinalIgnoreCase) ? words : $"{words} (forwarded to {said.Address})";
        return words.Length <= LongestReport ? words : words[..LongestReport];
    }
}
