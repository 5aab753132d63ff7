using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Mailboxes;
using HelpDesk.Email.Testing.Outbound;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>Puts the parts of a harness together.</summary>
internal static class HarnessComposition
{
    public static ServiceProvider Build(HelpDeskHarnessOptions options)
    {
        var clock = new ManualTimeProvider(options.Now);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<InMemoryTransport>();
        services.AddSingleton<InMemoryMailboxes>();
        services.AddSingleton<IMailboxSourceFactory>(provider => provider.GetRequiredService<InMemoryMailboxes>());
        services.AddSingleton<IOutboundTransportFactory>(provider => provider.GetRequiredService<InMemoryTransport>());
        services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        var settings = new HarnessSettings(options.Settings);
        services.AddSingleton(settings);
        services.AddHelpDeskEmail(new ConfigurationBuilder().Add(settings).Build().GetSection(HarnessSettings.Section), mail =>
        {
            mail.UseInMemoryStores();
            options.Compose(mail);
        });
        return services.BuildServiceProvider();
    }
}
