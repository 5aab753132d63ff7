using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Sqlite.Tests.Connections;

public sealed class ConnectionTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("synchronous", 2)]
    [InlineData("foreign_keys", 1)]
    [InlineData("busy_timeout", 30_000)]
    public async Task The_writer_syncs_every_commit_and_holds_the_foreign_keys(string pragma, long expected)
    {
        var database = _folder.OpenDatabase();

        Assert.Equal(expected, await database.WriteAsync(connection => Pragma(connection, pragma), StoreFolder.Token));
    }

    [Fact]
    public async Task A_reader_can_not_write()
    {
        var database = _folder.OpenDatabase();

        await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => database.ReadAsync(
            connection =>
            {
                connection.Execute("DELETE FROM journal");
                return true;
            },
            StoreFolder.Token).AsTask());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("\0")]
    [InlineData("Grüße 東京 😀")]
    public void A_text_comes_back_as_it_went_in(string text)
    {
        using var connection = _folder.Connect();
        using var echo = connection.Prepare("SELECT ?, typeof(?)");

        Assert.True(echo.Add(text).Add(text).Read());

        Assert.Equal((text, "text"), (echo.Row.Text(0), echo.Row.Text(1)));
    }

    [Fact]
    public async Task A_statement_is_planned_once_whatever_is_bound_to_its_limit()
    {
        var database = _folder.OpenDatabase();

        Assert.Equal(0, await database.ReadAsync(
            connection =>
            {
                const string Sql = "SELECT id FROM journal WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?";
                for (var limit = 1; limit <= 3; limit++)
                {
                    using var select = connection.Prepare(Sql);
                    select.Add("[]").Add(limit).Read();
                }

                using var again = connection.Prepare(Sql);
                return again.Replans;
            },
            StoreFolder.Token));
    }

    [Fact]
    public void A_long_text_comes_back_whole()
    {
        using var connection = _folder.Connect();
        var text = new string('é', 300_000);
        using var echo = connection.Prepare("SELECT ?");

        Assert.True(echo.Add(text).Read());

        Assert.Equal(text, echo.Row.Text(0));
    }

    [Fact]
    public void What_is_not_there_is_null_and_what_is_empty_is_not()
    {
        using var connection = _folder.Connect();
        using var echo = connection.Prepare("SELECT ?, ?, ?, typeof(?)");

        Assert.True(echo.Add((string?)null).Add((long?)null).Add((DateTimeOffset?)null).Add(ReadOnlySpan<byte>.Empty).Read());

        Assert.Null(echo.Row.TextOrNull(0));
        Assert.Null(echo.Row.NumberOrNull(1));
        Assert.Null(echo.Row.TimeOrNull(2));
        Assert.Equal("blob", echo.Row.Text(3));
    }

    [Fact]
    public void A_statement_can_run_within_a_run_of_itself()
    {
        using var connection = _folder.Connect();
        const string Sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n";
        var pairs = 0;
        using (var outer = connection.Prepare(Sql))
        {
            outer.Add(3);
            while (outer.Read())
            {
                using var inner = connection.Prepare(Sql);
                inner.Add(4);
                while (inner.Read())
                {
                    pairs++;
                }
            }
        }

        Assert.Equal(12, pairs);
    }

    [Fact]
    public void A_statement_that_failed_can_be_used_again()
    {
        using var connection = _folder.Connect();
        connection.Execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)");
        const string Sql = "INSERT INTO thing VALUES (?)";
        Assert.Throws<SqliteException>(() =>
        {
            foreach (var id in new[] { 1, 1 })
            {
                using var insert = connection.Prepare(Sql);
                insert.Add(id).Run();
            }
        });

        using var again = connection.Prepare(Sql);

        Assert.Equal(1, again.Add(2).Run());
    }

    private static long Pragma(Connection connection, string name)
    {
        using var pragma = connection.Prepare($"PRAGMA {name}");
        return pragma.Number()!.Value;
    }
}
