using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Tests.Nodes;

public sealed class NodeTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_name_that_a_living_process_has_gets_a_number()
    {
        await using var first = await JoinAsync("web");
        await using var second = await JoinAsync("web");
        await using var third = await JoinAsync("web");
        await second.DisposeAsync();
        await using var fourth = await JoinAsync("web");

        Assert.Equal(["web", "web-2", "web-3", "web-2"], [first.Name, second.Name, third.Name, fourth.Name]);
    }

    [Fact]
    public async Task Names_may_hold_what_a_file_name_may_not()
    {
        await using var node = await JoinAsync("../a:b*c\\d\u00e9");

        Assert.Equal("../a:b*c\\d\u00e9", node.Name);
        Assert.All(Directory.GetFiles(_folder.Folder), path => Assert.StartsWith("helpdesk.db", Path.GetFileName(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restarted_process_finds_its_mail_in_doubt_and_its_events_untold()
    {
        var stores = _folder.Open();
        await using (await stores.Mail.JoinAsync("web", StoreFolder.Token))
        {
            await stores.AppendAsync(Mails.New(_folder, "1"));
            var claim = (await stores.ClaimAsync(node: "web")).Single();
            await stores.Mail.Queue.CommitAsync(
                claim,
                new FinishCommit(JournalOutcome.Recorded, "")
                {
                    Outbox = [new NewOutboxEntry("<1@x>", ["a@example.test"], Messages.MailContent.FromOctets(new byte[] { 1 })) { NotBefore = _folder.Clock.GetUtcNow() }],
                    Events = [new NewHostEvent(Guid.NewGuid(), "t", "1", "{}")],
                },
                StoreFolder.Token);
            var mail = (await stores.Mail.Outbox.ClaimAsync(new OutboxClaimRequest("web", 10, TimeSpan.FromHours(1)), StoreFolder.Token)).Single();
            await stores.Mail.Outbox.CommitAsync(mail, new SendingCommit(), StoreFolder.Token);
            Assert.Single(await stores.Mail.HostEvents.ClaimAsync("web", 10, TimeSpan.FromHours(1), StoreFolder.Token));
        }

        var again = _folder.Open();
        await using var node = await again.Mail.JoinAsync("web", StoreFolder.Token);

        var found = (await again.Mail.Outbox.ClaimAsync(new OutboxClaimRequest("web", 10, TimeSpan.FromHours(1)), StoreFolder.Token)).Single();
        Assert.True(found.InDoubt);
        Assert.Equal(1, found.Entry.Attempts);
        Assert.Equal(2, (await again.Mail.HostEvents.ClaimAsync("web", 10, TimeSpan.FromHours(1), StoreFolder.Token)).Single().Attempts);
    }

    private ValueTask<IMailStoreNode> JoinAsync(string name) => _folder.Open().Mail.JoinAsync(name, StoreFolder.Token);
}
