using HelpDesk.Email.Content;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Identity;

/// <summary>Finds the author of the mail that a mail forwards: in the header that mail programs put above it, or in the mail attached.</summary>
internal static class ForwardedMails
{
    private const string MailType = "message/rfc822";
    private const int HeaderOctets = 256 * 1024;

    /// <summary>The one author, or <see langword="null"/> where the mail forwards none, or does not say whose.</summary>
    public static EmailAddress? FindAuthor(InboundMail mail)
    {
        if (!ForwardedSubjects.IsForwarded(mail.Subject))
        {
            return null;
        }

        var attached = mail.Attachments.Where(part => part.ContentType == MailType).Take(2).ToList();
        var shown = ForwardedText.FindAuthor(mail.Text)
            ?? (mail is { HasOwnText: true, UnsafeHtml: { } html } ? ForwardedText.FindAuthor(HtmlText.Convert(html)) : null);
        return shown is not null ? WrittenAddress.Read(shown)
            : attached.Count == 1 ? AuthorOf(attached[0])
            : null;
    }

    // The header is all that is read of it.
    private static EmailAddress? AuthorOf(InboundAttachment part)
    {
        var octets = new byte[HeaderOctets];
        using var content = part.Open();
        var length = content.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        var from = MailReader.Read(octets.AsMemory(0, length)).From;
        return from.Count == 1 && EmailAddress.TryCreate(from[0].Address, from[0].Name, out var author) ? author : null;
    }
}
