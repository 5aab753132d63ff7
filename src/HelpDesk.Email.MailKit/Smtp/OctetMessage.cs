using System.Text;
using HelpDesk.Email.Messages;
using MimeKit;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>A mail that the library sends octet for octet: nothing of it is parsed, and nothing is written anew.</summary>
/// <remarks>
/// <para>The library takes a message alone, and writes it field by field. What is made here is a message whose header was cut
/// off before its empty line: such a one is written as its fields, then its content, with nothing in between. Its one field is
/// hidden from the writer, and its content is the whole mail, header and all. Only one of the library's parsers remembers that
/// the empty line was missing.</para>
/// <para>The field says that there may be octets above 127, for which the library then asks with BODY=8BITMIME. Line ends
/// that are not CR LF become that on the way, and a missing last one is added.</para>
/// </remarks>
internal static class OctetMessage
{
    private static readonly byte[] Cut = "Content-Transfer-Encoding: 8bit\r\n"u8.ToArray();
    private static readonly Lazy<bool> IsKept = new(IsKeptByTheLibrary);

    /// <summary>How it is written.</summary>
    /// <param name="isInternational">Whether addresses or header fields hold characters beyond ASCII.</param>
    public static FormatOptions Format(bool isInternational)
    {
        var format = FormatOptions.Default.Clone();
        format.HiddenHeaders.Add(HeaderId.ContentTransferEncoding);
        format.International = isInternational;
        return format;
    }

    /// <summary>Makes one.</summary>
    /// <param name="octets">The mail; the message disposes it.</param>
    /// <exception cref="NotSupportedException">Another version of the library writes such messages in another way.</exception>
    public static MimeMessage Of(Stream octets) => IsKept.Value
        ? Make(octets)
        : throw new NotSupportedException("This version of MimeKit does not send a mail as it is. Take the one that HelpDesk.Email.MailKit names, or send with UseSmtp.");

    private static MimeMessage Make(Stream octets)
    {
        using var cut = new MemoryStream(Cut);
        var message = new ExperimentalMimeParser(cut, MimeFormat.Entity).ParseMessage();
        ((MimePart)message.Body!).Content = new MimeContent(octets, ContentEncoding.EightBit);
        return message;
    }

    // It hangs on how the library writes what it read; asked once, before the first mail.
    private static bool IsKeptByTheLibrary()
    {
        var mail = Encoding.Latin1.GetBytes("From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain;\r\n\tcharset=x\r\nno field\r\n\r\n.\r\nb\u00E9 \r\n");
        using var message = Make(new MemoryStream(mail));
        using var written = new MemoryStream();
        var format = Format(isInternational: true);
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, written);
        return written.GetBuffer().AsSpan(0, (int)written.Length).SequenceEqual(mail);
    }
}
