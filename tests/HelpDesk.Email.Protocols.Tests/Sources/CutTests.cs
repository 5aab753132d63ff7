using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Protocols.Pop3.Source;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>Looks at a mailbox with three mails whose server goes after so many octets.</summary>
public sealed class CutTests
{
    private const int Every = 7;

    [Theory]
    [InlineData(AfterProcessing.Move)]
    [InlineData(AfterProcessing.Delete)]
    [InlineData(AfterProcessing.MarkRead)]
    [InlineData(AfterProcessing.Leave)]
    public Task By_IMAP_nothing_is_lost_and_nothing_doubled(AfterProcessing action) =>
        AtMostOctets(() => new SmallImapServer(), new ImapMailboxSourceFactory(null, TimeProvider.System, NullLogger<ImapMailboxSource>.Instance), action);

    [Theory]
    [InlineData(AfterProcessing.Delete)]
    [InlineData(AfterProcessing.Leave)]
    public Task By_POP3_nothing_is_lost_and_nothing_doubled(AfterProcessing action) =>
        AtMostOctets(() => new SmallPop3Server(), new Pop3MailboxSourceFactory(null, TimeProvider.System, NullLogger<Pop3MailboxSource>.Instance), action);

    private static async Task AtMostOctets(Func<SmallServer> make, IMailboxSourceFactory factory, AfterProcessing action)
    {
        for (var (cut, isCut) = (1, true); isCut; cut += Every)
        {
            await using var server = make();
            string[] texts = ["one\r\n", "Message-ID: <2@a.test>\r\n\r\ntwo\r\n", "three\r\n"];
            foreach (var text in texts)
            {
                server.Deliver(Encoding.ASCII.GetBytes(text));
            }

            server.CutAfter = cut;
            var desk = new SmallDesk(factory, server, action);
            await desk.LookAsync();
            isCut = server.CutAfter == int.MaxValue;
            await desk.LookAsync();
            await desk.LookAsync();
            Assert.Equal(texts.Order(), desk.Rows.Select(row => row.Text).Order());
            Assert.All(desk.Rows, row => Assert.True(row.IsAcknowledged));
            Assert.Equal(action is AfterProcessing.Leave or AfterProcessing.MarkRead ? 3 : 0, server.Mails.Count);
            Assert.Equal(action is AfterProcessing.Move ? 3 : 0, server.Moved.Count);
            Assert.Equal(action is AfterProcessing.MarkRead ? 3 : 0, server.Seen.Count);
        }
    }

    /// <summary>A help desk as far as a mailbox knows it: looks, commits, acknowledges, and makes another source when one fails.</summary>
    private sealed class SmallDesk(IMailboxSourceFactory factory, SmallServer server, AfterProcessing action)
    {
        private readonly MailboxOptions _options = new()
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Encryption = MailEncryption.None,
            UserName = "ann",
            Password = "secret",
            AfterProcessing = action,
        };

        private MailboxCursor? _cursor;

        public List<Row> Rows { get; } = [];

        public async Task LookAsync()
        {
            await using var source = factory.Create("support", _options);
            try
            {
                await AcknowledgeAsync(source);
                var cursor = _cursor;
                await foreach (var mail in source.ReceiveAsync(_cursor, new ReceiveLimits(100, 1000), CancellationToken.None))
                {
                    using var content = mail.Content;
                    Assert.True(content.TryGetMemory(out var octets));
                    if (Rows.TrueForAll(row => row.Receipt != mail.Receipt))
                    {
                        Rows.Add(new Row(mail.Receipt, Encoding.ASCII.GetString(octets.Span), content.Hash));
                    }

                    _cursor = cursor = mail.Cursor ?? cursor;
                }

                _cursor = source.Reached ?? cursor;
                await AcknowledgeAsync(source);
            }
            catch (MailboxException exception)
            {
                Assert.True(exception.IsTransient, exception.Message);
            }
        }

        private async Task AcknowledgeAsync(IMailboxSource source)
        {
            var waiting = Rows.Where(row => !row.IsAcknowledged).ToList();
            if (waiting.Count > 0)
            {
                var done = await source.AcknowledgeAsync([.. waiting.Select(row => new Acknowledgement(Rows.IndexOf(row), row.Receipt, "<2@a.test>", row.Hash))], action, CancellationToken.None);
                foreach (var mail in done)
                {
                    Rows[(int)mail.JournalId].IsAcknowledged = true;
                }
            }
        }
    }

    private sealed record Row(MailReceipt Receipt, string Text, string Hash)
    {
        public bool IsAcknowledged { get; set; }
    }
}
