using System.Text.RegularExpressions;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Documentation.Tests.Reference;

/// <summary>Asks the engine for the range of a setting: it sets it to something absurd, and reads what the refusal tells to write.</summary>
internal static partial class SettingProbe
{
    private const string Section = "HelpDeskEmail";

    /// <summary>The range in the engine's own words, or <see langword="null"/> when nothing is refused.</summary>
    public static async Task<string?> RangeAsync(Setting setting, CancellationToken cancellationToken)
    {
        var (least, greatest) = setting.Type == typeof(TimeSpan)
            ? ($"{TimeSpan.MinValue}", $"{TimeSpan.MaxValue}")
            : ($"{int.MinValue}", setting.Type == typeof(long) ? $"{long.MaxValue}" : $"{int.MaxValue}");
        return await RefusalAsync(setting, least, cancellationToken) ?? await RefusalAsync(setting, greatest, cancellationToken);
    }

    private static async Task<string?> RefusalAsync(Setting setting, string value, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{Section}:Mailboxes:probe:Address"] = "probe@helpdesk.test",
            [$"{Section}:Mailboxes:probe:Account"] = "probe",
            [$"{Section}:Outgoing:probe:Kind"] = "Smtp",
            [$"{Section}:Outgoing:probe:Host"] = "smtp.helpdesk.test",
            [$"{Section}:SmtpListener:Port"] = "0",
            [$"{Section}:Rules:probe:Always"] = "true",
            [$"{Section}:{setting.Key.Replace(Setting.Name, "probe", StringComparison.Ordinal)}"] = value,
        };
        if (setting.Key.StartsWith("Reports:", StringComparison.Ordinal))
        {
            settings.TryAdd($"{Section}:Reports:probe:To:0", "probe@helpdesk.test");
            settings.TryAdd($"{Section}:Reports:probe:{(setting.Key.EndsWith(":DailyAt", StringComparison.Ordinal) ? "DailyAt" : "Every")}", "01:00:00");
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddHelpDeskEmail(configuration.GetSection(Section), mail => mail.UseInMemoryStores().UseSmtpListener().UseSmtp())
            .BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<HelpDeskEmailOptions>>().Value;
            await services.GetRequiredService<IMailListener>().StartAsync(services.GetRequiredService<IMailIntake>(), cancellationToken);
            return null;
        }
        catch (OptionsValidationException e)
        {
            return Range(Assert.Single(e.Failures));
        }
        catch (HelpDeskConfigurationException e)
        {
            return Range(e.Message);
        }
    }

    private static string Range(string refusal)
    {
        var found = Advice().Match(refusal);
        return found.Success ? found.Groups[1].Value : throw new InvalidOperationException($"No range is told by: {refusal}");
    }

    [GeneratedRegex(@"(?:write a (?:value|time|number)|Set it to(?: a number| a port)?) (.+?)(?:, or leave it out.*)?\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Advice();
}
