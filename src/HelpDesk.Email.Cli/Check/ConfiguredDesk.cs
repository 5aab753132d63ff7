using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Settings;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Cli.Check;

/// <summary>The engine with the settings of a host, and every way in and out that our packages have; nothing of it is started.</summary>
internal static class ConfiguredDesk
{
    private const string Section = "HelpDeskEmail";

    /// <exception cref="UsageException">The settings are wrong; the message names the key and the fix.</exception>
    public static async Task<ServiceProvider> BuildAsync(string path, CancellationToken cancellationToken)
    {
        var document = await SettingsJson.ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false);
        var section = SettingsJson.FindSection(document)
            ?? throw new UsageException($"{path} has no section HelpDeskEmail; the settings stand under that key, as in a host's appsettings.json.");

        // Connections are tried here: an account whose From no mailbox reads is tried too, unless the settings ask for the rule by its key.
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>($"{Section}:Composition:FromMustBeIncoming", "false")])
            .AddInMemoryCollection(SettingsJson.Flatten(section).Select(setting => KeyValuePair.Create($"{Section}:{setting.Key}", setting.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddHelpDeskEmail(configuration.GetSection(Section), mail => mail
                .UseInMemoryStores()
                .AddDropFolderSource()
                .AddPickupTransport()
                .UseImap()
                .UsePop3()
                .UseSmtp())
            .BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<HelpDeskEmailOptions>>().Value;
            return services;
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            await services.DisposeAsync().ConfigureAwait(false);
            throw new UsageException($"The settings in {path} are wrong: {e.Message} {e.InnerException?.Message}".TrimEnd(), e);
        }
    }
}
