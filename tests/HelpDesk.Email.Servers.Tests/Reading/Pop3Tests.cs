using HelpDesk.Email.Servers.Tests.Clients;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Reading;

/// <summary>What the POP3 client does in a mailbox, as it stands on the server's disk afterwards.</summary>
public sealed class Pop3Tests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_are_listed_fetched_and_deleted_once_the_goodbye_is_answered()
    {
        var user = servers.NextUser();
        var maildir = new Maildir(user);
        var mails = Enumerable.Range(0, 60).Select(i => new TestMail("ann@customers.test", user.Address, $"Number {i}") { Text = ".\n..\n." }).ToList();
        mails.ForEach(mail => maildir.Put(mail.Octets));
        IReadOnlyList<string> names;
        await using (var pop3 = await Connections.LogInPop3Async(servers, user))
        {
            Assert.Equal(60, (await pop3.StatAsync(Token)).Count);
            names = [.. (await pop3.UidlAsync(Token)).Select(uid => uid.Uid)];
            Assert.Equal(60, names.Distinct().Count());
            Assert.Equal(mails.Select(mail => (long)mail.Octets.Length), (await pop3.ListAsync(Token)).Select(size => size.Octets));
            var fetched = await pop3.RetrieveAsync([.. Enumerable.Range(1, 60)], 100_000, Connections.Octets, Token).ToListAsync(Token);
            Assert.Equal(mails.Select(mail => mail.Octets), fetched.Select(mail => mail.Content!));
            Assert.Equal([1, 2, 3], await pop3.DeleteAsync([1, 2, 3, 99], Token));

            // No goodbye.
        }

        await using (var pop3 = await Connections.LogInPop3Async(servers, user))
        {
            Assert.Equal(names, (await pop3.UidlAsync(Token)).Select(uid => uid.Uid));
            await pop3.DeleteAsync([.. Enumerable.Range(1, 59)], Token);
            await pop3.QuitAsync(Token);
        }

        await Eventually.BecomesTrueAsync(() => maildir.Mails().Count == 1, "the deletion");
        await using (var pop3 = await Connections.LogInPop3Async(servers, user))
        {
            Assert.Equal(names[59], Assert.Single(await pop3.UidlAsync(Token)).Uid);
        }
    }
}
