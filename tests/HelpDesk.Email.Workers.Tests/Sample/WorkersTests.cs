using System.Text;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.Workers.Tests.Programs;
using Npgsql;

namespace HelpDesk.Email.Workers.Tests.Sample;

/// <summary>The sample as somebody would start it, several times over one database.</summary>
public sealed class WorkersTests : IDisposable
{
    private static readonly string[] Mailboxes = ["billing", "jobs", "press", "returns", "sales", "support"];
    private static readonly TimeSpan MostMinutes = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("workers-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_database_it_says_what_to_give()
    {
        await using var program = RunningProgram.Start(BuiltProgram.Workers, _folder);

        Assert.Equal(1, await program.EndsAsync(Token));
        Assert.Contains("createdb --owner helpdesk", program.Said, StringComparison.Ordinal);
        Assert.Contains("--database \"Host=", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_one_sentence()
    {
        await using var program = RunningProgram.Start(BuiltProgram.Workers, _folder, "--database", "Host=127.0.0.1;Port=1;Username=nobody;Database=none");

        Assert.Equal(1, await program.EndsAsync(Token));
        Assert.DoesNotContain("   at ", program.Said, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "BE-01")]
    public async Task Each_mailbox_has_one_holder_and_those_of_a_killed_worker_are_taken_over()
    {
        using var server = PostgreSqlServer.Start();
        var workers = new Dictionary<string, RunningProgram>(StringComparer.Ordinal)
        {
            ["one"] = Start(server, "one"),
            ["two"] = Start(server, "two"),
        };
        await using var first = workers["one"];
        await using var second = workers["two"];

        var holders = await WhenAsync(workers, async () => await HoldersAsync(server) is { Count: 6 } held ? held : null);
        Assert.Equal(Mailboxes, holders.Keys.Order(StringComparer.Ordinal));
        Assert.All(holders.Values, node => Assert.Contains(node, workers.Keys));
        foreach (var mailbox in Mailboxes)
        {
            Drop(mailbox, "before");
        }

        await WhenAsync(workers, async () => await CountAsync(server) == 6 ? "six" : null);

        // Two workers, six mailboxes: one of the two holds three or more.
        var victim = holders.Values.GroupBy(node => node).OrderByDescending(group => group.Count()).First().Key;
        var orphan = holders.First(held => held.Value == victim).Key;
        await workers[victim].KillAsync();
        Drop(orphan, "after");
        var heir = workers.Keys.Single(name => name != victim);
        await WhenAsync(workers, async () => await CountAsync(server) == 7 ? "seven" : null, except: victim);
        await WhenAsync(workers, async () => (await HoldersAsync(server)).Values.Count(node => node == heir) == 6 ? "all" : null, except: victim);

        // A warning may stand behind the last table.
        await WhenAsync(workers, () => Task.FromResult(LastShown(workers[heir], "support") == $"{"support",-12} {heir}" ? "shown" : null), except: victim);
    }

    private static string? LastShown(RunningProgram program, string mailbox) =>
        program.Said.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.StartsWith(mailbox + " ", StringComparison.Ordinal));

    private RunningProgram Start(PostgreSqlServer server, string name) =>
        RunningProgram.Start(BuiltProgram.Workers, _folder, "--database", server.ConnectionString, "--data", _folder, "--name", name);

    private void Drop(string mailbox, string word)
    {
        var mail = $"From: ann@example.test\r\nTo: {mailbox}@helpdesk.test\r\nSubject: {word} {mailbox}\r\nMessage-ID: <{word}.{mailbox}@example.test>\r\n\r\nPlease help with {word} {mailbox}.\r\n";
        var folder = Directory.CreateDirectory(Path.Combine(_folder, mailbox)).FullName;
        File.WriteAllText(Path.Combine(folder, $"{word}.tmp"), mail, Encoding.ASCII);
        File.Move(Path.Combine(folder, $"{word}.tmp"), Path.Combine(folder, $"{word}.eml"));
    }

    // Processes of their own, which tell nobody: as long as they live, for some minutes.
    private static Task<T> WhenAsync<T>(Dictionary<string, RunningProgram> workers, Func<Task<T?>> ask, string? except = null)
        where T : class => Eventually.GetAsync(
        async () =>
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            Assert.All(workers.Where(worker => worker.Key != except), worker => Assert.False(worker.Value.HasEnded, worker.Value.Said));
            return null;
        },
        "the workers",
        MostMinutes);

    private static async Task<Dictionary<string, string>> HoldersAsync(PostgreSqlServer server)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await RowsAsync(server, "SELECT substr(name, 9), node FROM helpdesk.lease WHERE name LIKE 'mailbox:%' AND node IS NOT NULL AND until > now()"))
        {
            // A second row for the same mailbox would be a second holder.
            holders.Add((string)row[0], (string)row[1]);
        }

        return holders;
    }

    private static async Task<long> CountAsync(PostgreSqlServer server) => (long)(await RowsAsync(server, "SELECT count(*) FROM helpdesk.ticket"))[0][0];

    private static async Task<IReadOnlyList<object[]>> RowsAsync(PostgreSqlServer server, string query)
    {
        var rows = new List<object[]>();
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(query, connection);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(Token);
            while (await reader.ReadAsync(Token))
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            // The first worker is about to make the tables.
        }

        return rows;
    }
}
