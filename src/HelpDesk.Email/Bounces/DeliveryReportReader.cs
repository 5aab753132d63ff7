using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mime;
using StandardReport = HelpDesk.Email.Mime.DeliveryReport;

namespace HelpDesk.Email.Bounces;

/// <summary>Reads what a mail reports about the delivery of another one, in a standard form or in none. Linear; safe on any thread.</summary>
internal static class DeliveryReportReader
{
    private const int MostRecipients = 100;

    /// <summary>The report of a mail, or <see langword="null"/> when it is none.</summary>
    /// <param name="document">The mail.</param>
    /// <param name="body">Its body as plain text.</param>
    public static Inbound.DeliveryReport? Read(MailDocument document, string body)
    {
        var isReport = document.Root.MediaType.Full == "multipart/report";
        if (document.Root.MediaType.Type == "multipart")
        {
            if (Complaint.Read(document, isReport) is { } complaint)
            {
                return complaint;
            }

            if (StandardReport.Read(document) is { Recipients.Count: > 0 } standard && (isReport || IsFromSystem(document)))
            {
                return OfStandard(document, ReportText.Read(document, body), standard, isReport);
            }
        }

        if (CloudNotice.Read(document, body) is { } notice)
        {
            return notice;
        }

        if (isReport && string.Equals(document.Root.MediaType.Parameters["report-type"], "disposition-notification", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!isReport && !BounceSigns.HasOrigin(document))
        {
            return null;
        }

        var text = ReportText.Read(document, body);
        var signs = BounceSigns.Find(document, text);
        if (signs.Count == 0 && isReport && string.Equals(document.Root.MediaType.Parameters["report-type"], "delivery-status", StringComparison.OrdinalIgnoreCase))
        {
            signs = ["Content-Type: multipart/report (delivery-status)"];
        }

        return signs.Count == 0 ? null : OfWords(document, text, signs);
    }

    // Clients that forward a bounce inline may attach its parts: such a mail has a person's sender, and is no report.
    private static bool IsFromSystem(MailDocument document)
    {
        var subject = (document.Subject ?? string.Empty).AsSpan().TrimStart();
        return BounceSigns.HasEmptyPath(document) || !(subject.StartsWith("Fw", StringComparison.OrdinalIgnoreCase)
            || subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("AW:", StringComparison.OrdinalIgnoreCase)
            || subject.StartsWith("WG:", StringComparison.OrdinalIgnoreCase) || document.InReplyTo.Count > 0);
    }

    private static Inbound.DeliveryReport OfStandard(MailDocument document, ReportText text, StandardReport standard, bool isReport)
    {
        var recipients = new Dictionary<string, Inbound.DeliveryReportRecipient>(StringComparer.OrdinalIgnoreCase);
        var order = new List<string>();
        foreach (var group in StatusGroups.Complete(document, standard.Recipients).Take(MostRecipients))
        {
            var address = AddressOf(group) ?? Failed(document).FirstOrDefault() ?? OriginalMessage.Addresses(text, "To").FirstOrDefault();
            if (address is null || !recipients.TryAdd(address, FailureDescription.Of(group, address, () => Words(text, address), text.Whole)))
            {
                continue;
            }

            order.Add(address);
        }

        return new Inbound.DeliveryReport
        {
            OriginalMessageId = standard.OriginalMessageId ?? OriginalMessage.FindId(text, document),
            Recipients = [.. order.Select(address => recipients[address])],
            Evidence = [isReport ? "Content-Type: multipart/report (delivery-status)" : "part message/delivery-status"],
            Kind = KindOf([.. recipients.Values.Select(recipient => recipient.Action)]),
        };
    }

    private static string? AddressOf(Mime.DeliveryReportRecipient group)
    {
        foreach (var candidate in (string?[])[group.FinalRecipient, group.OriginalRecipient])
        {
            // A source route before it (RFC 5321 appendix C) and a bare host behind it are names that only the reporting system knows.
            if (candidate is not null && candidate[0] != '@' && AddressTokens.Only(candidate) is { } address
                && address.IndexOf('.', address.LastIndexOf('@')) > 0)
            {
                return address;
            }
        }

        return AddressTokens.Only(group.FinalRecipient ?? string.Empty);
    }

    private static string Words(ReportText text, string address)
    {
        var about = FailureBlocks.LinesAbout(text.Lines, address);
        return FailureDescription.Explains(about) ? about : FailureBlocks.OneLine(text.Lines);
    }

    private static Inbound.DeliveryReport OfWords(MailDocument document, ReportText text, List<string> signs)
    {
        // A gateway that passes a bounce on gives back the bounce: what it reports is what counts.
        if (text.Original is { } inner && StandardReport.Read(inner) is { Recipients.Count: > 0 } standard)
        {
            return OfStandard(inner, text, standard, isReport: true) with { Evidence = signs };
        }

        var delayed = BounceWording.IsDelay(text.Whole) || BounceWording.IsDelay(document.Subject);
        var action = delayed ? "delayed" : "failed";
        return new Inbound.DeliveryReport
        {
            OriginalMessageId = OriginalMessage.FindId(text, document),
            Recipients = [.. Blocks(document, text).Take(MostRecipients).Select(block => FailureDescription.Of(block.Address, action, block.Text, text.Whole))],
            Evidence = signs,
            Kind = delayed ? MailKind.DeliveryDelay : MailKind.Bounce,
        };
    }

    private static IEnumerable<FailureBlock> Blocks(MailDocument document, ReportText text)
    {
        var failed = Failed(document).ToList();
        var senders = OriginalMessage.Addresses(text, "From").Concat(document.To.Select(box => box.Address).OfType<string>())
            .Concat(document.From.Select(box => box.Address).OfType<string>())
            .Where(address => !failed.Contains(address, StringComparer.OrdinalIgnoreCase))
            .Select(address => address.ToLowerInvariant()).ToHashSet();
        var blocks = FailureBlocks.Find(text.Lines, senders);
        if (failed.Count > 0)
        {
            blocks = [.. failed.Select(address => blocks.Find(block => Same(block.Address, address)) ?? new FailureBlock(address, string.Empty))];
        }

        if (blocks.Count == 0)
        {
            blocks = [.. OriginalMessage.Addresses(text, "To").Select(address => new FailureBlock(address, string.Empty))];
        }

        if (blocks.Count == 0)
        {
            // Somebody may write to himself.
            blocks = FailureBlocks.Find(text.Lines, []);
        }

        var everything = FailureBlocks.OneLine(text.Lines);
        return blocks.GroupBy(block => block.Address, StringComparer.OrdinalIgnoreCase).Select(MostExact)
            .Select(block => block with { Text = BestText(block, text, everything) });
    }

    // Some say it in words for people first and give the reply of the other server below.
    private static FailureBlock MostExact(IEnumerable<FailureBlock> blocks)
    {
        var all = blocks.ToList();
        return all.Find(block => SmtpReply.Find(block.Text) is not null) ?? all[0];
    }

    // Its own lines, else what a transcript says of it, else what is said to all.
    private static string BestText(FailureBlock block, ReportText text, string everything)
    {
        if (FailureDescription.Explains(block.Text))
        {
            return block.Text;
        }

        var about = FailureBlocks.LinesAbout(text.Lines, block.Address);
        return FailureDescription.Explains(about) ? about : everything;
    }

    private static IEnumerable<string> Failed(MailDocument document) =>
        document.Headers.All("X-Failed-Recipients").SelectMany(field => AddressTokens.Find(field.Value)).Select(found => found.Address);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // The worst of its actions.
    private static MailKind KindOf(List<string?> actions) =>
        actions.Count == 0 || actions.Contains("failed") ? MailKind.Bounce
        : actions.Contains("delayed") ? MailKind.DeliveryDelay
        : MailKind.DeliverySuccess;
}
