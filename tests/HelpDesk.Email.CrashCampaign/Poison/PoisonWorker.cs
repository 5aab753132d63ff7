using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Workers;
using HelpDesk.Email.Health;
using HelpDesk.Email.Quarantine;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>A help desk with a broken step. It ends by itself when its health says that only a restart helps, as a supervisor would have it.</summary>
internal static class PoisonWorker
{
    /// <summary>What it ends with then.</summary>
    public const int Sick = 75;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddJsonFile(arguments.Required("settings"), optional: false, reloadOnChange: false);
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Logging.AddProvider(new ErrorOutput());
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UsePostgreSql(builder.Configuration["ConnectionString"]!)
            .AddDropFolderSource()
            .AddPickupTransport()
            .ConfigurePipeline(pipeline => pipeline.InsertAfter<ParseStep, PoisonStep>()));
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        if (builder.Configuration["Replay"] == "true")
        {
            var quarantine = host.Services.GetRequiredService<MailQuarantine>();
            foreach (var mail in await quarantine.ListAsync(before: null, limit: 1000, cancellationToken))
            {
                await quarantine.ReplayAsync(mail.Id, cancellationToken);
            }
        }

        using var stopped = new CancellationTokenSource();
        new Thread(() =>
        {
            // Ends with its campaign, however that ends.
            while (Console.In.ReadLine() is not null)
            {
            }

            stopped.Cancel();
        })
        {
            IsBackground = true,
        }.Start();
        if (await WatchAsync(HelpDeskEmailHealthChecks.Journal.Factory(host.Services), stopped.Token))
        {
            // As a supervisor that does not wait: nothing is put away in good order.
            await Task.Delay(Look, CancellationToken.None);
            Environment.Exit(Sick);
        }

        await host.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<bool> WatchAsync(IHealthCheck health, CancellationToken stopped)
    {
        var context = new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Journal };
        while (!stopped.IsCancellationRequested)
        {
            if ((await health.CheckHealthAsync(context, CancellationToken.None)).Data.ContainsKey(HelpDeskEmailHealthChecks.StuckSteps))
            {
                return true;
            }

            await Task.Delay(Look, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }
}
