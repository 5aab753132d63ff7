using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

/// <summary>Ways to spoil a transport that several defects share.</summary>
internal static class SpoilTransport
{
    /// <summary>Sends other octets than it was given, text for text with a character an octet.</summary>
    public static TransportTampering Octets(Func<string, string> spoil) => Mail(mail => mail with { Content = Changed(mail.Content, spoil) });

    /// <summary>Sends another mail than it was given.</summary>
    public static TransportTampering Mail(Func<OutboundMail, OutboundMail> spoil) => new() { Send = (mail, next, _) => next(spoil(mail)) };

    /// <summary>Tells another result than there is.</summary>
    public static TransportTampering Result(Func<DeliveryResult, DeliveryResult> spoil) => new() { Send = async (mail, next, _) => spoil(await next(mail)) };

    /// <summary>Tells something else of each recipient.</summary>
    public static TransportTampering Recipients(Func<RecipientResult, RecipientResult> spoil) =>
        Result(result => result with { Recipients = [.. result.Recipients.Select(spoil)] });

    /// <summary>The content with other octets, read to its end at once.</summary>
    public static MailContent Changed(MailContent content, Func<string, string> spoil) =>
        MailContent.FromOctets(System.Text.Encoding.Latin1.GetBytes(spoil(Read(content))));

    /// <summary>What can be read of a content, up to its end or to where it breaks off.</summary>
    public static string Read(MailContent content)
    {
        using var reader = new StreamReader(new ForgivingStream(content.OpenRead()), System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
