using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Testing.Conformance.Mailboxes;

namespace HelpDesk.Email.Servers.Tests.Sources;

/// <summary>A mailbox at Dovecot, for the conformance suite.</summary>
internal sealed class DovecotFixture : MailboxSourceFixture
{
    private readonly string _kind;
    private readonly int _port;
    private readonly MailUser _user;
    private readonly Maildir _maildir;
    private readonly PollBench _bench;

    public DovecotFixture(MailServers servers, string kind)
    {
        _kind = kind;
        _port = kind == "Imap" ? servers.Dovecot.Ports.Imap : servers.Dovecot.Ports.Pop3;
        _user = servers.NextUser();
        _maildir = new Maildir(_user);
        _bench = new PollBench(new EngineSettings().Mailbox(servers, "support", _user, kind).Outgoing(servers, _user));
    }

    public override IReadOnlyList<AfterProcessing> Actions => _kind == "Imap"
        ? [AfterProcessing.Leave, AfterProcessing.MarkRead, AfterProcessing.Move, AfterProcessing.Delete]
        : [AfterProcessing.Leave, AfterProcessing.Delete];

    public override IMailboxSource Open(AfterProcessing action) => _bench.Open("support", PollBench.Options(_kind, _user, _port, action));

    public override ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        _maildir.Put(octets);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. _maildir.Mails().Select(mail => new ReadOnlyMemory<byte>(Sent(mail)))]);

    public override ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        _maildir.Remove(mail => octets.Span.SequenceEqual(Sent(mail)));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        _bench.Dispose();
        await base.DisposeAsync();
    }

    // As it was before the server's disk: with CR LF.
    private static byte[] Sent(StoredMail mail) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail.Octets).ReplaceLineEndings("\r\n"));
}
