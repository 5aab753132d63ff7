using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Testing.Conformance.Mailboxes;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace HelpDesk.Email.MailKit.Tests.Mailboxes;

/// <summary>A mailbox at Dovecot, for the conformance suite.</summary>
internal sealed class DovecotFixture(MailServers servers, MailUser user, string kind, AfterProcessing[] actions) : MailboxSourceFixture
{
    private readonly Maildir _maildir = new(user);

    public override IReadOnlyList<AfterProcessing> Actions => actions;

    public override IMailboxSource Open(AfterProcessing action) => Sources.Of(kind).Create("support", Options(servers, user, kind, MailEncryption.ImplicitTls, action));

    public static MailboxOptions Options(MailServers servers, MailUser user, string kind, MailEncryption encryption, AfterProcessing? action = null) => new()
    {
        Kind = kind,
        Host = "127.0.0.1",
        Port = (kind, encryption) switch
        {
            ("Imap", MailEncryption.ImplicitTls) => servers.Dovecot.Ports.Imaps,
            ("Imap", _) => servers.Dovecot.Ports.Imap,
            (_, MailEncryption.ImplicitTls) => servers.Dovecot.Ports.Pop3s,
            _ => servers.Dovecot.Ports.Pop3,
        },
        Encryption = encryption,
        UserName = user.Address,
        Password = user.Password,
        PinnedCertificate = encryption == MailEncryption.None ? null : servers.Certificates.Good.Pin,
        AfterProcessing = action,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public override ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        _maildir.Put(octets);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. _maildir.Mails().Select(mail => new ReadOnlyMemory<byte>(Sent(mail.Octets)))]);

    public override async ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", servers.Dovecot.Ports.Imap, SecureSocketOptions.None, cancellationToken);
        await client.AuthenticateAsync(user.Address, user.Password, cancellationToken);
        await client.Inbox.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        for (var i = 0; i < client.Inbox.Count; i++)
        {
            using var found = new MemoryStream();
            await (await client.Inbox.GetStreamAsync(i, cancellationToken: cancellationToken)).CopyToAsync(found, cancellationToken);
            if (found.ToArray().AsSpan().SequenceEqual(octets.Span))
            {
                await client.Inbox.StoreAsync(i, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Deleted) { Silent = true }, cancellationToken);
                await client.Inbox.ExpungeAsync(cancellationToken);
                break;
            }
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    // Dovecot keeps mails with LF alone.
    private static byte[] Sent(ReadOnlySpan<byte> kept) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(kept).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
}
