using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Servers.Tests.Clocks;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>A help desk as a host would run it, in a process that can be told where to die.</summary>
internal static class WorkerVerb
{
    private static readonly TimeSpan StopAtMost = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var observer = new FatalObserver();
        if (arguments.Text("die") is { } point)
        {
            observer.Arm(point);
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddJsonFile(arguments.Required("settings"), optional: false, reloadOnChange: false);
        var shift = TimeSpan.FromSeconds(arguments.Number("shift", 0));
        builder.Services.AddSingleton(shift == TimeSpan.Zero ? TimeProvider.System : new ShiftedTime(shift));
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Logging.AddProvider(new ErrorOutput());
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => Compose(mail, builder.Configuration));
        builder.Services.Replace(ServiceDescriptor.Singleton<IFlowObserver>(observer));
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync(WorkerLines.Ready);
        using var stopped = new CancellationTokenSource();
        Listen(observer, stopped);
        await Task.Delay(Timeout.Infinite, stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.StopAsync(CancellationToken.None);
        return 0;
    }

    private static void Compose(IHelpDeskEmailBuilder mail, ConfigurationManager configuration)
    {
        var connection = configuration["ConnectionString"]!;
        _ = configuration["Store"] == "postgres" ? mail.UsePostgreSql(connection) : mail.UseSqlite(connection);
        _ = configuration["Source"] == "smtp" ? mail.UseSmtpListener() : mail.UseImap().UsePop3();
        mail.UseSmtp();
    }

    // Ends with its campaign, however that ends.
    private static void Listen(FatalObserver observer, CancellationTokenSource stopped)
    {
        var listening = new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                if (line.StartsWith(WorkerLines.Die, StringComparison.Ordinal))
                {
                    observer.Arm(line[WorkerLines.Die.Length..]);
                }
            }

            stopped.Cancel();

            // With one thread for all work it may not come to its end.
            Thread.Sleep(StopAtMost);
            Environment.Exit(1);
        })
        {
            IsBackground = true,
        };
        listening.Start();
    }
}
