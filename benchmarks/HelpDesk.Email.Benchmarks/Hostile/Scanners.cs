using System.Text;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Reading;
using StandardReport = HelpDesk.Email.Mime.DeliveryReport;

namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>Everything of ours that reads mail.</summary>
internal static class Scanners
{
    // Far above the usual limits, so that it is the code that is linear and not the limits that end it early. How deep and how
    // many parts may be stays: those two bound what the others cost.
    private static readonly MailReadingLimits Wide = new()
    {
        MaxHeaders = 10_000_000,
        MaxHeaderBlockOctets = 1 << 28,
        MaxHeaderOctets = 1 << 28,
        MaxAddresses = 10_000_000,
        MaxReferences = 10_000_000,
        MaxEncodedWords = 10_000_000,
        MaxContinuations = 10_000_000,
    };

    private static readonly QuotesOptions WithSignatures = new() { CutSignatures = true };

    public static IReadOnlyList<Scanner> All { get; } =
    [
        new("mail", HostileMails.All, source => OfMail(source, MailReadingLimits.Default)),
        new("mail, wide limits", HostileMails.All, source => OfMail(source, Wide)),
        new("mail, understood", HostileMails.All, Understood),
        new("addresses", HostileValues.All, source => () => MailAddresses.Parse(source, int.MaxValue).Count),
        new("date", HostileValues.All, source => () => MailDates.TryParse(source, out var date) ? date.Ticks : 0),
        new("subject", HostileValues.All, source => OfField("Subject", source)),
        new("content type", HostileValues.All, source => OfField("Content-Type", source)),
        new("references", HostileValues.All, source => OfField("References", source)),
        new("sanitiser", HostileHtml.All, source => () => SafeHtml.Sanitize(source).Length),
        new("html to text", HostileHtml.All, source => () => HtmlText.Convert(source).Length),
        new("quotes in html", HostileHtml.All, source => () => HtmlQuotes.Split(source, WithSignatures).ReplyHtml.Length),
        new("quotes in text", HostileText.All, source => () => TextQuotes.Split(source, WithSignatures).Reply.Length),
        new("classification", HostileText.All, OfText),
        new("bounces", HostileText.All, source => Understood($"From: MAILER-DAEMON@b.example\r\nSubject: Undelivered\r\n\r\n{source}")),
    ];

    private static Func<long> OfMail(string source, MailReadingLimits limits)
    {
        var octets = Encoding.Latin1.GetBytes(source);
        return () =>
        {
            var document = MailReader.Read(octets, limits);
            var sum = document.From.Count + document.To.Count + document.References.Count + (document.MessageId?.Length ?? 0) + (document.Date?.Year ?? 0L);
            sum += document.Headers.Sum(field => (long)field.Value.Length) + (document.TextBody?.Length ?? 0) + (document.HtmlBody?.Length ?? 0);
            sum += document.Attachments.Sum(part => part.DecodedLength() + (part.FileName?.Length ?? 0) + (part.EmbeddedMessage()?.Length ?? 0));
            return sum + (StandardReport.Read(document)?.Recipients.Count ?? 0) + document.Defects.Count;
        };
    }

    private static Func<long> Understood(string source)
    {
        var octets = Encoding.Latin1.GetBytes(source);
        return () =>
        {
            var mail = InboundMailReader.Read(MailContent.FromOctets(octets));
            return mail.Text.Length + (mail.DeliveryReport?.Recipients.Count ?? 0) + MailClassifier.Classify(mail, null).Evidence.Count;
        };
    }

    private static Func<long> OfField(string name, string value)
    {
        var octets = Encoding.UTF8.GetBytes($"{name}: {value}\r\n\r\nx");
        return () =>
        {
            var document = MailReader.Read(octets, Wide);
            return (document.Subject?.Length ?? 0) + document.References.Count + document.Root.MediaType.Parameters.Count;
        };
    }

    private static Func<long> OfText(string source)
    {
        var mail = new InboundMail { MessageId = "<a@b.example>", Subject = "Re: x", Text = source, HasOwnText = true };
        return () => MailClassifier.Classify(mail, null).Evidence.Count;
    }
}
