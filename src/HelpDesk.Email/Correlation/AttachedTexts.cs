using System.Text;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Correlation;

/// <summary>Reads what people see of text attachments and attached mails, as far as it is worth reading.</summary>
internal static class AttachedTexts
{
    private const int MostOfOne = 256 * 1024;
    private const int MostOfAll = 1024 * 1024;
    private const int MostParts = 50;

    public static IEnumerable<string> Read(InboundContext context, CancellationToken cancellationToken)
    {
        MailDocument? document = null;
        var left = MostOfAll;
        foreach (var part in context.Mail.Attachments.Where(IsText).Take(MostParts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (left <= 0)
            {
                yield break;
            }

            document ??= Documents.Open(context.Content);
            var octets = ReadStart(part, Math.Min(MostOfOne, left));
            left -= octets.Length;
            var mail = MailReader.Read(part.ContentType == "message/rfc822" ? octets : WithHeader(part, document.PartAt(part.PartIndex)?.Charset, octets));
            yield return mail.Subject ?? string.Empty;
            yield return mail.TextBody ?? string.Empty;
            yield return mail.HtmlBody is { } html ? HtmlText.Convert(html) : string.Empty;
        }
    }

    private static bool IsText(InboundAttachment part) => part.ContentType is "message/rfc822" || part.ContentType.StartsWith("text/", StringComparison.Ordinal);

    private static byte[] ReadStart(InboundAttachment part, int most)
    {
        var octets = new byte[most];
        using var content = part.Open();
        var length = content.ReadAtLeast(octets, most, throwOnEndOfStream: false);
        return octets[..length];
    }

    // Read like the body of a mail, so that charsets are understood in the same way.
    private static byte[] WithHeader(InboundAttachment part, string? charset, byte[] octets)
    {
        var type = part.ContentType == "text/html" ? "text/html" : "text/plain";
        var named = charset is not null && charset.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? $"; charset=\"{charset}\"" : string.Empty;
        return [.. Encoding.ASCII.GetBytes($"Content-Type: {type}{named}\r\nContent-Transfer-Encoding: binary\r\n\r\n"), .. octets];
    }
}
