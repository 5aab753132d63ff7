using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Testing.Conformance.Mailboxes;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>A mailbox on a small server, for the conformance suite.</summary>
internal sealed class SmallServerFixture(SmallServer server, IMailboxSourceFactory factory, params AfterProcessing[] actions) : MailboxSourceFixture
{
    public override IReadOnlyList<AfterProcessing> Actions => actions;

    // It serves one connection after the other.
    public override bool TakesTwo => false;

    public override IMailboxSource Open(AfterProcessing action) => factory.Create("support", new MailboxOptions
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Encryption = MailEncryption.None,
        UserName = "ann",
        Password = "secret",
        AfterProcessing = action,
    });

    public override ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        server.Deliver(octets.ToArray());
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken)
    {
        lock (server.Mails)
        {
            return ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. server.Mails.Values.Select(octets => new ReadOnlyMemory<byte>(octets))]);
        }
    }

    public override ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        lock (server.Mails)
        {
            server.Mails.Remove(server.Mails.First(mail => octets.Span.SequenceEqual(mail.Value)).Key);
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await base.DisposeAsync();
    }
}
