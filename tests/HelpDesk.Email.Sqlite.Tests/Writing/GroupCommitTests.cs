using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Sqlite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Sqlite.Tests.Writing;

public sealed class GroupCommitTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_waits_is_committed_together()
    {
        var database = await PreparedAsync();
        var before = WalFile.CountCommits(_folder.DatabasePath);
        var blocker = Block();
        var first = WriteAsync(database, "0");
        var waiting = Enumerable.Range(1, 50).Select(i => WriteAsync(database, $"{i}")).ToList();

        Unblock(blocker);
        await Task.WhenAll([first, .. waiting]);

        // The first one may have gone alone; the others found the writer busy and share one commit.
        Assert.Equal(51, Names().Count);
        Assert.InRange(WalFile.CountCommits(_folder.DatabasePath) - before, 1, 2);
    }

    [Fact]
    public async Task One_that_fails_fails_alone()
    {
        var database = await PreparedAsync();
        var blocker = Block();
        var tasks = Enumerable.Range(0, 10).Select(i => i == 5 ? FailAsync(database, "5") : WriteAsync(database, $"{i}")).ToList();

        Unblock(blocker);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tasks[5]);
        await Task.WhenAll(tasks.Where((_, i) => i != 5));

        Assert.Equal(["0", "1", "2", "3", "4", "6", "7", "8", "9"], Names());
    }

    [Fact]
    public async Task One_that_fails_on_its_own_leaves_nothing_and_the_writer_goes_on()
    {
        var database = await PreparedAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => FailAsync(database, "1"));
        await WriteAsync(database, "2");

        Assert.Equal(["2"], Names());
    }

    [Fact]
    public async Task An_error_of_a_statement_fails_its_piece_alone()
    {
        var database = await PreparedAsync();
        var blocker = Block();
        var tasks = new[] { WriteAsync(database, "1"), WriteAsync(database, "2"), WriteAsync(database, "2"), WriteAsync(database, "3") };

        Unblock(blocker);
        await Assert.ThrowsAsync<SqliteException>(() => tasks[2]);
        await Task.WhenAll(tasks[0], tasks[1], tasks[3]);

        Assert.Equal(["1", "2", "3"], Names());
    }

    [Fact]
    public async Task A_caller_that_gives_up_waiting_takes_nobody_along()
    {
        var database = await PreparedAsync();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var go = new ManualResetEventSlim();
        using var source = new CancellationTokenSource();
        var first = database.WriteAsync(
            connection =>
            {
                begun.SetResult();
                go.Wait();
                return Insert(connection, "first");
            },
            StoreFolder.Token).AsTask();
        await begun.Task;
        var impatient = database.WriteAsync(connection => Insert(connection, "impatient"), source.Token).AsTask();
        var patient = WriteAsync(database, "patient");

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        go.Set();
        await Task.WhenAll(first, patient);

        Assert.Equal(["first", "patient"], Names());
    }

    [Fact]
    public async Task A_file_that_stays_busy_is_a_store_that_is_unavailable_and_works_again_afterwards()
    {
        var database = await PreparedAsync(TimeSpan.FromMilliseconds(20));
        var blocker = Block();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(database, "1"));
        Unblock(blocker);
        await WriteAsync(database, "2");

        Assert.Equal(["2"], Names());
    }

    [Fact]
    public async Task A_full_disk_fails_the_whole_group_and_the_next_one_stands()
    {
        var database = await PreparedAsync();
        var blocker = Block();
        var small = WriteAsync(database, "small");
        var tooLarge = database.WriteAsync(
            connection =>
            {
                connection.Execute("PRAGMA max_page_count=1");
                return Insert(connection, new string('x', 1 << 20));
            },
            StoreFolder.Token).AsTask();

        Unblock(blocker);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => tooLarge);
        await Task.WhenAny(small);
        await WriteAsync(database, "later");

        Assert.Equal(small.IsCompletedSuccessfully ? ["later", "small"] : ["later"], Names());
    }

    [Fact]
    public async Task Closing_waits_for_what_is_being_written_and_ends_what_waits()
    {
        var database = await PreparedAsync();
        using var began = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var running = database.WriteAsync(
            connection =>
            {
                began.Set();
                mayEnd.Wait(StoreFolder.Token);
                return Insert(connection, "running");
            },
            StoreFolder.Token).AsTask();
        began.Wait(StoreFolder.Token);
        var waiting = new List<Task> { WriteAsync(database, "waiting") };

        var closing = Task.Run(database.Dispose, StoreFolder.Token);

        // It closes from when it takes nothing more; what was taken until then waits with the others.
        var late = WriteAsync(database, "late");
        while (!late.IsCompleted)
        {
            waiting.Add(late);
            await Task.Yield();
            late = WriteAsync(database, "late");
        }

        Assert.False(running.IsCompleted);
        mayEnd.Set();
        await closing;

        await running;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => late);
        foreach (var task in waiting)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => task);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(database, "later"));
        Assert.Equal(["running"], Names());
    }

    [Fact]
    public async Task Writers_of_two_processes_take_turns()
    {
        var one = await PreparedAsync();
        var two = _folder.OpenDatabase();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => WriteAsync(i % 2 == 0 ? one : two, $"{i}"))));

        Assert.Equal(200, Names().Count);
    }

    private async Task<Database> PreparedAsync(TimeSpan? busyTimeout = null)
    {
        var database = _folder.OpenDatabase(busyTimeout);
        await database.PrepareAsync(StoreFolder.Token);
        using var connection = _folder.Connect();
        connection.Execute("CREATE TABLE thing (name TEXT PRIMARY KEY)");
        return database;
    }

    // Holds the file's one write lock, so that the writer stands in its first BEGIN and everything else waits.
    private Connection Block()
    {
        var blocker = _folder.Connect();
        blocker.Execute("BEGIN IMMEDIATE");
        return blocker;
    }

    private static void Unblock(Connection blocker) => blocker.Execute("ROLLBACK");

    private static Task<int> WriteAsync(Database database, string name) =>
        database.WriteAsync(connection => Insert(connection, name), StoreFolder.Token).AsTask();

    private static Task<int> FailAsync(Database database, string name) => database.WriteAsync<int>(
        connection =>
        {
            Insert(connection, name);
            throw new InvalidOperationException("no");
        },
        StoreFolder.Token).AsTask();

    private static int Insert(Connection connection, string name)
    {
        using var insert = connection.Prepare("INSERT INTO thing (name) VALUES (?)");
        return insert.Add(name).Run();
    }

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
