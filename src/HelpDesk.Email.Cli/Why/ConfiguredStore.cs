using System.Data.Common;
using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Settings;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HelpDesk.Email.Cli.Why;

/// <summary>The store that a host's settings name: the connection string <c>HelpDesk</c>. One with a host is a PostgreSQL database, any other a file of SQLite.</summary>
internal static class ConfiguredStore
{
    private const string Key = "ConnectionStrings:HelpDesk";
    private const string OctetsKey = "ConnectionStrings:HelpDeskOctets";

    /// <exception cref="UsageException">The settings name no store that is there.</exception>
    public static async Task<ServiceProvider> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var document = await SettingsJson.ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false);
        if (document["ConnectionStrings"] is not JsonObject strings || strings["HelpDesk"]?.GetValue<string>() is not { Length: > 0 } connection)
        {
            throw new UsageException($"{path} has no {Key}; write the one of the host there, for instance \"Data Source=helpdesk.db\".");
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server")
                ? await OpenDatabaseAsync(connection, strings["HelpDeskOctets"]?.GetValue<string>(), cancellationToken).ConfigureAwait(false)
                : OpenFile(connection, parts);
        }
        catch (Exception e) when (e is HelpDeskConfigurationException or ArgumentException)
        {
            throw new UsageException($"{Key} is wrong: {e.Message}", e);
        }
    }

    private static ServiceProvider OpenFile(string connection, DbConnectionStringBuilder parts)
    {
        // To read a store must not make one.
        if (parts.TryGetValue("Data Source", out var file) && !File.Exists(file.ToString()))
        {
            throw new UsageException($"{Key} names the file {file}, and there is none. A relative path counts from here; write the whole one.");
        }

        return Build(mail => mail.UseSqlite(connection));
    }

    private static async Task<ServiceProvider> OpenDatabaseAsync(string connection, string? octets, CancellationToken cancellationToken)
    {
        var options = new PostgreSqlOptions { ConnectionString = connection, OctetsFolder = octets };
        if (new NpgsqlConnectionStringBuilder(connection).SearchPath is { Length: > 0 } schema)
        {
            options = options with { Schema = schema.Trim('"') };
        }

        try
        {
            var source = NpgsqlDataSource.Create(connection);
            await using (source.ConfigureAwait(false))
            {
                var look = source.CreateCommand("SELECT 1 FROM pg_namespace WHERE nspname = $1");
                await using (look.ConfigureAwait(false))
                {
                    look.Parameters.Add(new NpgsqlParameter { Value = options.Schema });
                    if (await look.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null)
                    {
                        throw new UsageException($"The database that {Key} names has no schema {options.Schema}. Name another one in it as Search Path, where the host has a PostgreSqlOptions.Schema of its own.");
                    }
                }
            }
        }
        catch (NpgsqlException e)
        {
            throw new UsageException($"The database that {Key} names can't be read: {e.Message}", e);
        }

        try
        {
            return Build(mail => mail.UsePostgreSql(options));
        }
        catch (HelpDeskConfigurationException e) when (octets is not null && !Directory.Exists(octets))
        {
            throw new UsageException($"{OctetsKey} is wrong: {e.Message}", e);
        }
    }

    private static ServiceProvider Build(Action<IHelpDeskEmailBuilder> use) => new ServiceCollection()
        .AddLogging()
        .AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), use)
        .BuildServiceProvider();
}
