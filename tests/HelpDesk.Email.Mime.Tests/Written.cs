using System.Text;

namespace HelpDesk.Email.Mime.Tests;

/// <summary>Mails written for a test.</summary>
internal static class Written
{
    public static MailDocument Read(params string[] lines) => MailReader.Read(Octets(lines));

    /// <summary>Lines with CR LF; characters up to U+00FF stand for octets.</summary>
    public static byte[] Octets(params string[] lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines));

    public static MailDocument Windowed(byte[] octets, MailReadingLimits? limits = null) =>
        MailReader.Read(() => new MemoryStream(octets, writable: false), octets.Length, limits);

    public static byte[] Content(MailPart part)
    {
        using var content = part.OpenContent();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public static string ContentText(MailPart part) => Encoding.UTF8.GetString(Content(part));

    /// <summary>Touches everything that a document offers.</summary>
    public static void Exhaust(MailDocument document)
    {
        foreach (var field in document.Headers)
            _ = field.Value + field.RawValue;
        _ = (document.Subject, document.From, document.Sender, document.ReplyTo, document.To, document.Cc, document.Bcc);
        _ = (document.MessageId, document.InReplyTo, document.References, document.Date, document.SyntheticMessageId);
        _ = (document.TextBody, document.HtmlBody, document.ComposeText(html => html), document.Defects.Count);
        foreach (var part in document.AllParts())
        {
            Assert.Same(part, document.PartAt(part.Index));
            _ = (part.FileName, part.ContentId, part.Charset, part.Disposition, part.DecodedLength(), part.ReadText());
            using (var raw = part.OpenRaw())
                raw.CopyTo(Stream.Null);
            if (part.EmbeddedMessage() is { } message)
                Exhaust(message);
        }

        Assert.NotNull(document.Attachments);
    }
}
