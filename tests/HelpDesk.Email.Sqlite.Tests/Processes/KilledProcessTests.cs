using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tests.Processes;

public sealed class KilledProcessTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_processes_said_was_committed_is_there_after_they_were_killed_at_any_moment()
    {
        var random = new Random(11);
        var said = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var one = ChildProcess.Start(ChildRoles.Writer, _folder.DatabasePath);
            using var two = ChildProcess.Start(ChildRoles.Writer, _folder.DatabasePath);
            await ListenAsync(one, said, 1 + random.Next(40));
            await ListenAsync(two, said, 1 + random.Next(40));
            await one.KillAsync(StoreFolder.Token);
            await ListenAsync(two, said, 10);
            await two.KillAsync(StoreFolder.Token);
            await ListenAsync(one, said, int.MaxValue);
            await ListenAsync(two, said, int.MaxValue);
        }

        await ExpectAsync(said);
    }

    [Fact]
    public async Task A_killed_process_leaves_its_name_and_its_claims_to_the_next()
    {
        using var child = ChildProcess.Start(ChildRoles.Claimant, _folder.DatabasePath);
        Assert.Equal("joined worker", await child.ReadLineAsync(StoreFolder.Token));
        Assert.Equal("claimed 2", await child.ReadLineAsync(StoreFolder.Token));
        var stores = _folder.Open();
        await using (var beside = await stores.Mail.JoinAsync("worker", StoreFolder.Token))
        {
            Assert.Equal("worker-2", beside.Name);
            Assert.Empty(await stores.ClaimAsync(node: beside.Name));
        }

        await child.KillAsync(StoreFolder.Token);
        await using var next = await stores.Mail.JoinAsync("worker", StoreFolder.Token);

        Assert.Equal("worker", next.Name);
        Assert.Empty(await stores.ClaimAsync(node: next.Name));
        _folder.Clock.Advance(TimeSpan.FromSeconds(1));
        var first = (await stores.ClaimAsync(node: next.Name)).Single();
        Assert.True(first.Alone);
        Assert.Equal(1, first.Entry.Attempts);
    }

    private static async Task ListenAsync(ChildProcess child, List<string> said, int lines)
    {
        for (var i = 0; i < lines && await child.ReadLineAsync(StoreFolder.Token) is { } line; i++)
        {
            said.Add(line);
        }
    }

    private async Task ExpectAsync(List<string> said)
    {
        var stores = _folder.Open();
        var words = said.Select(line => line.Split(' ')).ToList();
        var mails = words.Where(line => line is ["mail", _, _]).ToList();
        Assert.NotEmpty(mails);
        foreach (var mail in mails)
        {
            var id = long.Parse(mail[1], System.Globalization.CultureInfo.InvariantCulture);
            using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);
            using var stream = content!.OpenRead();
            Assert.Equal(mail[2], Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, StoreFolder.Token)));
            Assert.Equal(JournalState.Received, (await stores.GetAsync(id)).State);
        }

        foreach (var ticket in words.Where(line => line is ["ticket", _, _]))
        {
            var result = await stores.Tickets.ApplyAsync(TicketChange.Nothing(Guid.Parse(ticket[1])), StoreFolder.Token);
            Assert.Equal((ApplyStatus.Applied, ticket[2]), (result.Status, result.Ticket!.Number));
        }

        using var connection = _folder.Connect();
        using var check = connection.Prepare("PRAGMA integrity_check");
        Assert.True(check.Read());
        Assert.Equal("ok", check.Row.Text(0));
        using var keys = connection.Prepare("PRAGMA foreign_key_check");
        Assert.False(keys.Read());
        using var chunks = connection.Prepare(
            "SELECT count(*) FROM content_chunk WHERE stage NOT IN (SELECT stage FROM content WHERE stage IS NOT NULL UNION SELECT id FROM content_stage)");
        Assert.Equal(0, chunks.Number());
    }
}
