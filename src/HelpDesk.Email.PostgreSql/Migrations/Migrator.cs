using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Migrations;

/// <summary>Brings the schema to the version this package knows; safe when several processes do so at once.</summary>
internal sealed class Migrator(NpgsqlDataSource source, string schema, IReadOnlyList<Migration> migrations)
{
    private const string Comment = "HelpDesk.Email schema version ";

    /// <summary>Runs the steps that are missing, all in one transaction.</summary>
    /// <returns>The versions before and after.</returns>
    /// <exception cref="HelpDeskConfigurationException">The schema is of a newer version, or is somebody else's.</exception>
    public async ValueTask<(int From, int To)> RunAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var session = new Session(connection);
            await RefuseUnsafeAsync(session, cancellationToken).ConfigureAwait(false);
            var known = migrations[^1].Version;

            // Without a right to change anything a process starts all the same, once the schema is as it should be.
            if (await VersionAsync(session, cancellationToken).ConfigureAwait(false) is { } current && current == known)
            {
                return (current, current);
            }

            var locked = Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(TextKey.Lock(schema, "migration"));
            await session.ExecuteAsync([Sql.Write("BEGIN"), locked], cancellationToken).ConfigureAwait(false);
            var version = await VersionAsync(session, cancellationToken).ConfigureAwait(false);
            var from = version ?? 0;
            if (from > known)
            {
                throw new HelpDeskConfigurationException(
                    $"The schema '{schema}' has version {from}; this version of HelpDesk.Email.PostgreSql knows {known}. Update the package, or name another schema in UsePostgreSql.");
            }

            if (version is null)
            {
                await session.ExecuteAsync([Sql.Write($"CREATE SCHEMA {Quoted}")], cancellationToken).ConfigureAwait(false);
            }

            foreach (var migration in migrations.Where(migration => migration.Version > from))
            {
                await session.ExecuteScriptAsync(migration.Sql, cancellationToken).ConfigureAwait(false);
            }

            var text = string.Create(CultureInfo.InvariantCulture, $"COMMENT ON SCHEMA {Quoted} IS '{Comment}{known}'");
            await session.ExecuteAsync([Sql.Write(text), Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false);
            return (from, known);
        }
    }

    private string Quoted => $"\"{schema}\"";

    /// <summary>The version of the schema: 0 when it is there and empty, <see langword="null"/> when it is not there.</summary>
    private async ValueTask<int?> VersionAsync(Session session, CancellationToken cancellationToken)
    {
        var found = await session.QueryAsync(
            [
                Sql.Read(
                    """
                    SELECT coalesce(obj_description(n.oid, 'pg_namespace'), ''),
                        EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid)
                    FROM pg_namespace n WHERE n.nspname = $1
                    """).Add(schema),
            ],
            row => (Text: row.Text(), HasTables: row.Flag()),
            cancellationToken).ConfigureAwait(false);
        if (found is not [var (comment, hasTables)])
        {
            return null;
        }

        if (comment.StartsWith(Comment, StringComparison.Ordinal) && int.TryParse(comment.AsSpan(Comment.Length), CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }

        return !hasTables ? 0 : throw new HelpDeskConfigurationException(
            $"The schema '{schema}' belongs to another program. Name a schema of its own in UsePostgreSql.");
    }

    private static async ValueTask RefuseUnsafeAsync(Session session, CancellationToken cancellationToken)
    {
        var settings = await session.QueryAsync(
            [Sql.Read("SELECT current_setting('server_version_num'), current_setting('server_encoding'), current_setting('synchronous_commit')")],
            row => (Version: row.Text(), Encoding: row.Text(), Commit: row.Text()),
            cancellationToken).ConfigureAwait(false);
        var (number, encoding, commit) = settings[0];
        if (int.Parse(number, CultureInfo.InvariantCulture) < 130000)
        {
            throw new HelpDeskConfigurationException("HelpDesk.Email.PostgreSql needs PostgreSQL 13 or newer.");
        }

        if (encoding != "UTF8")
        {
            throw new HelpDeskConfigurationException($"The database has the encoding {encoding}. Make one with ENCODING 'UTF8' for UsePostgreSql.");
        }

        if (commit == "off")
        {
            throw new HelpDeskConfigurationException(
                "synchronous_commit is off for this role or database: a mail could be deleted from its mailbox before it is safe. ALTER ROLE ... SET synchronous_commit = on.");
        }
    }
}
