using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>Transports as the engine uses them.</summary>
internal static class Transports
{
    /// <summary>One that logs in.</summary>
    public static IOutboundTransport To(int port, MailEncryption encryption, MailServers servers, MailUser user) => OwnTransport.Make(new OutgoingAccountOptions
    {
        Host = "127.0.0.1",
        Port = port,
        Encryption = encryption,
        UserName = user.Address,
        Password = user.Password,
        PinnedCertificate = encryption == MailEncryption.None ? null : servers.Certificates.Good.Pin,
        Timeout = TimeSpan.FromSeconds(30),
    });

    /// <summary>A mail for it.</summary>
    public static OutboundMail Mail(TestMail mail, params IReadOnlyList<string> recipients) =>
        new(mail.MessageId, mail.From, recipients.Count == 0 ? [mail.To] : recipients, MailContent.FromOctets(mail.Octets));
}
