using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Migrations;
using HelpDesk.Email.Sqlite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Sqlite.Tests.Migrations;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migration First = new(1, "CREATE TABLE one (id INTEGER PRIMARY KEY); INSERT INTO one VALUES (1);");
    private static readonly Migration Second = new(2, "CREATE TABLE two (id INTEGER PRIMARY KEY); INSERT INTO two SELECT id FROM one;");
    private static readonly Migration Broken = new(2, "CREATE TABLE two (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);");

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_embedded_steps_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Migration.All.Count), Migration.All.Select(migration => migration.Version));

    [Fact]
    public void Steps_run_once_and_in_order()
    {
        Assert.Equal((0, 1), Migrate(First));
        Assert.Equal((1, 2), Migrate(First, Second));
        Assert.Equal((2, 2), Migrate(First, Second));

        Assert.Equal(1, Number("SELECT count(*) FROM two"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_before_it()
    {
        Assert.Throws<SqliteException>(() => Migrate(First, Broken));

        Assert.Equal(1, Number("PRAGMA user_version"));
        Assert.Equal(0, Number("SELECT count(*) FROM sqlite_schema WHERE name = 'two'"));
        Assert.Equal((1, 2), Migrate(First, Second));
    }

    [Fact]
    public void A_newer_schema_is_refused_with_what_to_do()
    {
        Migrate(First, Second);

        var refusal = Assert.Throws<HelpDeskConfigurationException>(() => Migrate(First));

        Assert.Contains("schema version 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Update the package", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 7")]
    [InlineData("PRAGMA application_id = 7")]
    public void The_database_of_another_program_is_refused(string theirs)
    {
        using (var connection = _folder.Connect())
        {
            connection.Execute(theirs);
        }

        var refusal = Assert.Throws<HelpDeskConfigurationException>(() => Migrate(First));

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(_folder.DatabasePath, new string('x', 5000));

        Assert.Throws<HelpDeskConfigurationException>(() => Migrate(First));
    }

    [Fact]
    public async Task Many_that_start_at_once_on_a_new_file_all_find_it_ready()
    {
        var databases = Enumerable.Range(0, 8).Select(_ => _folder.OpenDatabase()).ToList();

        await Task.WhenAll(databases.Select(database => Task.Run(() => database.PrepareAsync(StoreFolder.Token).AsTask())));

        Assert.Equal(Migration.All.Count, Number("PRAGMA user_version"));
        Assert.Equal("wal", Text("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task The_folder_of_the_file_is_made()
    {
        using var deeper = new Sqlite.SqliteStores(
            new SqliteOptions { ConnectionString = $"Data Source={_folder.Folder}/a/b/helpdesk.db" }, _folder.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        await deeper.Keys.GetAsync(StoreFolder.Token);

        Assert.True(File.Exists(Path.Combine(_folder.Folder, "a", "b", "helpdesk.db")));
    }

    private (int From, int To) Migrate(params Migration[] migrations) => new Migrator(_folder.File(null), migrations).Run();

    private long? Number(string sql)
    {
        using var connection = _folder.Connect();
        using var statement = connection.Prepare(sql);
        return statement.Number();
    }

    private string Text(string sql)
    {
        using var connection = _folder.Connect();
        using var statement = connection.Prepare(sql);
        statement.Read();
        return statement.Row.Text(0);
    }
}
