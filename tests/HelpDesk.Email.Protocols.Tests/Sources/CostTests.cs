using System.Globalization;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Imap.Source;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Sources;

public sealed class CostTests
{
    [Fact]
    public async Task A_folder_of_five_thousand_that_is_numbered_anew_brings_nothing_twice_and_costs_less_than_2_kB_a_mail()
    {
        await using var server = new SmallImapServer();
        var texts = Enumerable.Range(0, 5000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Message-ID: <{i}.{Guid.NewGuid():N}@example.test>\r\n\r\n") + new string('x', 4000)).ToList();
        texts.ForEach(text => server.Deliver(Encoding.ASCII.GetBytes(text)));
        var known = new KnownMailsOf([.. texts.Select(text => (text[12..text.IndexOf('\r', StringComparison.Ordinal)], text))]);
        await using var source = new ImapMailboxSourceFactory(null, TimeProvider.System, NullLogger<ImapMailboxSource>.Instance)
            .Create("support", new MailboxOptions { Host = "127.0.0.1", Port = server.Port, Encryption = MailEncryption.None, UserName = "ann", Password = "secret" });
        var skipped = await source.SkipAsync(CancellationToken.None);
        server.Renumber();
        server.Cut();
        var before = server.Sent;
        await foreach (var mail in source.ReceiveAsync(WithoutHistory(skipped), new ReceiveLimits(100, 1 << 20) { Known = known }, CancellationToken.None))
        {
            Assert.Fail($"{mail.Receipt} came again.");
        }

        Assert.InRange((server.Sent - before) / 5000.0, 1, 300);
        Assert.Equal(0, known.Compared);

        // From then on a look with nothing new is one command.
        var commands = server.Commands.Count;
        await foreach (var mail in source.ReceiveAsync(source.Reached, new ReceiveLimits(100, 1 << 20) { Known = known }, CancellationToken.None))
        {
            Assert.Fail($"{mail.Receipt} came again.");
        }

        Assert.Equal(["NOOP "], server.Commands.Skip(commands));
    }

    // As if nothing had been skipped.
    private static MailboxCursor WithoutHistory(MailboxCursor cursor) => new(string.Join(':', cursor.Value.Split(':')[..4]) + "::");
}
