using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Sqlite.Writing;

namespace HelpDesk.Email.Sqlite.Tests.Writing;

public sealed class WriteQueueTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Those_who_follow_what_was_written_are_waited_for_and_share_a_commit()
    {
        // Waits that no test reaches: only that all are there lets the writer go on.
        using var queue = new WriteQueue(Prepared()) { Pause = TimeSpan.FromMinutes(5), Gathering = TimeSpan.FromMinutes(5) };
        await queue.RunAsync(connection => Insert(connection, "claim"), octets: 0, _ => 3, StoreFolder.Token);
        var before = WalFile.CountCommits(_folder.DatabasePath);

        var first = WriteAsync(queue, "1", followers: 1);
        var second = WriteAsync(queue, "2", followers: 0);
        Assert.False(first.IsCompleted || second.IsCompleted);
        await Task.WhenAll(first, second, WriteAsync(queue, "3", followers: 0));

        Assert.Equal(1, WalFile.CountCommits(_folder.DatabasePath) - before);

        // One goes on alone, and has nobody to wait for.
        await WriteAsync(queue, "4", followers: 0);
        await WriteAsync(queue, "5", followers: 0);
        Assert.Equal(3, WalFile.CountCommits(_folder.DatabasePath) - before);
    }

    [Fact]
    public async Task Who_does_not_come_is_waited_for_only_as_long_as_others_come()
    {
        using var queue = new WriteQueue(Prepared()) { Pause = TimeSpan.FromMilliseconds(1), Gathering = TimeSpan.FromMinutes(5) };
        await queue.RunAsync(connection => Insert(connection, "claim"), octets: 0, _ => 100, StoreFolder.Token);

        await WriteAsync(queue, "1", followers: 1).WaitAsync(TimeSpan.FromMinutes(1), StoreFolder.Token);

        Assert.Equal(2, Count());
    }

    [Fact]
    public async Task A_piece_that_is_done_again_because_another_one_failed_has_its_effect_once()
    {
        using var queue = new WriteQueue(Prepared()) { Pause = TimeSpan.FromMinutes(5), Gathering = TimeSpan.FromMinutes(5) };
        await queue.RunAsync(connection => Insert(connection, "claim"), octets: 0, _ => 3, StoreFolder.Token);
        var (done, failed) = (0, 0);

        var good = queue.RunAsync(
            connection =>
            {
                done++;
                return Insert(connection, $"good {done}");
            },
            octets: 0,
            _ => 0,
            StoreFolder.Token);
        var bad = queue.RunAsync<int>(
            connection =>
            {
                failed++;
                Insert(connection, $"bad {failed}");
                throw new InvalidOperationException("no");
            },
            octets: 0,
            _ => 0,
            StoreFolder.Token);
        var other = WriteAsync(queue, "other", followers: 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Task.WhenAll(good, other);
        Assert.Equal((2, 2), (done, failed));
        Assert.Equal(["claim", "good 2", "other"], Names());
    }

    private SqliteFile Prepared()
    {
        // The writer of a file expects that somebody has chosen its journal mode.
        using var connection = _folder.File(null).OpenWriter();
        connection.Execute("PRAGMA journal_mode=WAL");
        connection.Execute("CREATE TABLE thing (name TEXT PRIMARY KEY)");
        return _folder.File(null);
    }

    private static Task<int> WriteAsync(WriteQueue queue, string name, int followers) =>
        queue.RunAsync(connection => Insert(connection, name), octets: 0, _ => followers, StoreFolder.Token);

    private static int Insert(Connection connection, string name)
    {
        using var insert = connection.Prepare("INSERT INTO thing (name) VALUES (?)");
        return insert.Add(name).Run();
    }

    private int Count() => Names().Count;

    private List<string> Names()
    {
        using var connection = _folder.Connect();
        using var select = connection.Prepare("SELECT name FROM thing ORDER BY name");
        var names = new List<string>();
        while (select.Read())
        {
            names.Add(select.Row.Text(0));
        }

        return names;
    }
}
