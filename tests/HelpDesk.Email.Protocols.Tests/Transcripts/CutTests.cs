using System.Text;
using HelpDesk.Email.Protocols.Imap;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Pop3;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>A whole session whose server goes after each of its octets.</summary>
public sealed class CutTests
{
    private const string Imap = """
        S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
        C: {tag} AUTHENTICATE PLAIN *
        S: {tag} OK [CAPABILITY IMAP4rev1 UIDPLUS] in
        C: {tag} SELECT "INBOX"
        S: * 3 EXISTS
        S: * OK [UIDVALIDITY 77] valid
        S: {tag} OK [READ-WRITE] open
        C: {tag} UID FETCH 5:7 (UID BODY.PEEK[])
        S: * 1 FETCH (UID 5 BODY[] {5}
        S: first)
        S: * 2 FETCH (BODY[] {6}
        S: second UID 6)
        S: * 3 FETCH (UID 7 BODY[] "third")
        S: {tag} OK done
        C: {tag} UID STORE 5:7 +FLAGS.SILENT (\Seen)
        S: {tag} OK done
        """;

    private const string Pop3 = """
        S: +OK ready
        C: CAPA
        S: -ERR
        C: USER ann
        S: +OK
        C: PASS secret
        S: +OK
        C: UIDL
        S: +OK
        S: 1 a
        S: 2 b
        S: .
        C: RETR 1
        S: +OK
        S: first
        S: .
        C: RETR 2
        S: +OK
        S: ..second
        S: .
        C: DELE 1
        S: +OK
        C: DELE 2
        S: +OK
        C: QUIT
        S: +OK bye
        """;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public Task An_IMAP_session_that_is_cut_anywhere_gives_whole_mails_or_none() =>
        AtEveryOctet(Imap, ["first", "second", "third"], async (server, mails) =>
        {
            await using var client = await ImapConnection.ConnectAsync(server.Plain, TimeProvider.System, NullLogger.Instance, None);
            await client.LoginAsync(MailCredential.Password("ann", "secret"), null, None);
            var inbox = await client.SelectAsync("INBOX", None);
            await foreach (var fetched in inbox.FetchAsync([5, 6, 7], new ImapFetchItems(), ReadAsync, None))
            {
                mails.Add(fetched.Content!);
            }

            await inbox.StoreAsync(ImapUidSet.Range(5, 7), ImapFlagChange.Add, ["\\Seen"], None);
        });

    [Fact]
    public Task A_POP3_session_that_is_cut_anywhere_gives_whole_mails_or_none() =>
        AtEveryOctet(Pop3, ["first\r\n", ".second\r\n"], async (server, mails) =>
        {
            await using var client = await Pop3Connection.ConnectAsync(server.Plain, TimeProvider.System, NullLogger.Instance, None);
            await client.LoginAsync(MailCredential.Password("ann", "secret"), null, None);
            Assert.Equal(2, (await client.UidlAsync(None)).Count);
            await foreach (var retrieved in client.RetrieveAsync([1, 2], 1000, ReadAsync, None))
            {
                mails.Add(retrieved.Content!);
            }

            await client.DeleteAsync([1, 2], None);
            await client.QuitAsync(None);
        });

    private static async Task AtEveryOctet(string transcript, string[] all, Func<TranscriptServer, List<string>, Task> session)
    {
        for (var cut = 0; ; cut++)
        {
            await using var server = TranscriptServer.Start(transcript, cutAfter: cut);
            var mails = new List<string>();
            try
            {
                await session(server, mails);
                Assert.Equal(all, mails);
                Assert.Equal(cut, server.Sent);
                return;
            }
            catch (MailProtocolException exception)
            {
                Assert.Equal(MailFailure.ConnectionLost, exception.Failure);
                Assert.Equal(all.Take(mails.Count), mails);
            }
        }
    }

    private static async ValueTask<string> ReadAsync(Stream octets, long? length, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await octets.CopyToAsync(memory, cancellationToken);
        return Encoding.ASCII.GetString(memory.ToArray());
    }
}
