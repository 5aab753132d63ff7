using System.Data.Common;
using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Settings;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Cli.Why;

/// <summary>The store that a host's settings name: the connection string <c>HelpDesk</c>.</summary>
internal static class ConfiguredStore
{
    private const string Key = "ConnectionStrings:HelpDesk";

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
            // To read a store must not make one.
            if (FileOf(connection) is { } file && !File.Exists(file))
            {
                throw new UsageException($"{Key} names the file {file}, and there is none. A relative path counts from here; write the whole one.");
            }

            return new ServiceCollection()
                .AddLogging()
                .AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail => mail.UseSqlite(connection))
                .BuildServiceProvider();
        }
        catch (Exception e) when (e is HelpDeskConfigurationException or ArgumentException)
        {
            throw new UsageException($"{Key} is wrong: {e.Message}", e);
        }
    }

    private static string? FileOf(string connection) =>
        new DbConnectionStringBuilder { ConnectionString = connection }.TryGetValue("Data Source", out var file) ? file.ToString() : null;
}
