using System.Text;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tests.Erasure;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Tests.Erasure;

/// <remarks>On a server of their own: a file keeps what was deleted for as long as anybody's transaction in the same database may still see it.</remarks>
public sealed class PostgreSqlErasureTests : ErasureCases, IClassFixture<PostgreSqlErasureTests.OwnServer>, IDisposable
{
    private readonly StoreSchema? _schema;

    public PostgreSqlErasureTests(OwnServer server)
    {
        PostgreSqlPrograms.Require();
        _schema = new StoreSchema(server.Server);
    }

    public void Dispose() => _schema?.Dispose();

    protected override void UseStores(IHelpDeskEmailBuilder builder) => builder.UsePostgreSql(_schema!.Options);

    // Every row of every table; octets as the characters that they would be.
    protected override async Task<string> DumpAsync(HelpDeskHarness desk)
    {
        var text = new StringBuilder();
        await using var connection = _schema!.Connect();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand($"SELECT tablename FROM pg_tables WHERE schemaname = '{_schema.Name}'", connection))
        await using (var reader = await command.ExecuteReaderAsync(Token))
        {
            while (await reader.ReadAsync(Token))
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT * FROM {table}", connection);
            await using var reader = await command.ExecuteReaderAsync(Token);
            while (await reader.ReadAsync(Token))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var type = reader.GetDataTypeName(column);
                    var value = reader.IsDBNull(column) || type == "tsvector" || type.StartsWith("timestamp", StringComparison.Ordinal) ? null : reader.GetValue(column);
                    text.Append(value is byte[] octets ? Encoding.Latin1.GetString(octets) : value).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    // The files of the tables themselves, once the server has written what it keeps in memory.
    protected override Task LookFurtherAsync(HelpDeskHarness desk, IReadOnlyList<string> traces)
    {
        _schema!.Execute("CHECKPOINT");
        var folder = _schema.Scalar<string>("SELECT current_setting('data_directory')");
        var files = _schema.Scalar<string[]>(
            $"SELECT array_agg(pg_relation_filepath(c.oid)) FROM pg_class c WHERE c.relkind IN ('r', 'i', 't') AND (c.relnamespace = '{_schema.Name}'::regnamespace OR c.oid IN (SELECT reltoastrelid FROM pg_class WHERE relnamespace = '{_schema.Name}'::regnamespace))");
        Assert.NotEmpty(files);
        foreach (var path in files.Select(file => Path.Combine(folder, file)).Where(File.Exists))
        {
            var octets = Encoding.Latin1.GetString(File.ReadAllBytes(path));
            Assert.DoesNotContain(traces, trace => octets.Contains(trace, StringComparison.OrdinalIgnoreCase));
        }

        return Task.CompletedTask;
    }

    /// <summary>A server that nobody else works at, and that doesn't do so by itself either.</summary>
    public sealed class OwnServer : IDisposable
    {
        /// <summary>It; <see langword="null"/> where the programs for it are missing, and the tests are skipped.</summary>
        public PostgreSqlServer? Server { get; } = PostgreSqlPrograms.Missing is null ? PostgreSqlServer.Start(sweepsByItself: false) : null;

        public void Dispose() => Server?.Dispose();
    }
}
