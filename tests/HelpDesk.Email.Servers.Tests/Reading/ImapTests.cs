using System.Diagnostics;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers.Tests.Clients;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Reading;

/// <summary>What the IMAP client does in a mailbox, as it stands on the server's disk afterwards.</summary>
public sealed class ImapTests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_are_found_fetched_marked_copied_moved_and_expunged()
    {
        var user = servers.NextUser();
        var maildir = new Maildir(user);
        var mails = Enumerable.Range(0, 120).Select(i => new TestMail("ann@customers.test", user.Address, $"Number {i}")).ToList();
        mails.ForEach(mail => maildir.Put(mail.Octets));
        await using var imap = await Connections.LogInImapAsync(servers, user);
        var folder = await imap.SelectAsync("INBOX", Token);

        Assert.Equal(120, folder.Exists);
        var uids = await folder.SearchAsync("UNSEEN UNDELETED", Token);
        var fetched = await folder.FetchAsync(uids, new ImapFetchItems { Size = true, InternalDate = true }, Connections.Octets, Token).ToListAsync(Token);
        Assert.Equal(mails.Select(mail => mail.Octets), fetched.Select(mail => mail.Content!));
        Assert.Equal([uids[7]], await folder.SearchHeaderAsync("Message-ID", mails[7].MessageId, Token));

        await imap.CreateAsync("Erledigt-é", Token);
        Assert.Contains(await imap.ListAsync("*", Token), entry => entry.Name == "Erledigt-é");
        await folder.StoreAsync(ImapUidSet.Of(uids[0]), ImapFlagChange.Add, [@"\Seen"], Token);
        await folder.MoveAsync(ImapUidSet.Of(uids[1], uids[2]), "Erledigt-é", Token);
        await folder.CopyAsync(ImapUidSet.Of(uids[3]), "Erledigt-é", Token);
        await folder.StoreAsync(ImapUidSet.Of(uids[3]), ImapFlagChange.Add, [@"\Deleted"], Token);
        await folder.ExpungeAsync(ImapUidSet.Of(uids[3]), Token);
        await imap.LogoutAsync(Token);

        Assert.Equal(117, maildir.Mails().Count);
        Assert.Equal("Number 0", Assert.Single(maildir.Mails(), mail => mail.IsRead).Header("Subject"));
        Assert.Equal(["Number 1", "Number 2", "Number 3"], maildir.Mails("Erledigt-&AOk-").Select(mail => mail.Header("Subject")).Order());
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told()
    {
        await using var imap = await Connections.LogInImapAsync(servers, servers.NextUser());

        var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await imap.SelectAsync("No such folder", Token));

        Assert.Equal(MailFailure.FolderMissing, refusal.Failure);
        Assert.True(imap.IsUsable);
        await imap.SelectAsync("INBOX", Token);
    }

    [Fact]
    [Trait("Feature", "BE-08")]
    public async Task Waiting_ends_as_soon_as_mail_comes()
    {
        var user = servers.NextUser();
        await using var imap = await Connections.LogInImapAsync(servers, user);
        var folder = await imap.SelectAsync("INBOX", Token);
        for (var i = 0; i < 3; i++)
        {
            var idle = folder.IdleAsync(TimeSpan.FromMinutes(5), Token).AsTask();
            var clock = Stopwatch.StartNew();
            new Maildir(user).Put(new TestMail("ann@customers.test", user.Address, "Wake up").Octets);

            Assert.True(await idle.WaitAsync(Eventually.Guard, Token), "It woke for nothing.");
            TestContext.Current.TestOutputHelper!.WriteLine($"Woke after {clock.ElapsedMilliseconds} ms.");
        }

        Assert.Equal(3, folder.Exists);
    }
}
