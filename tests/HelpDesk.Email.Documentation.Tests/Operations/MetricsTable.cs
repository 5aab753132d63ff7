using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>Every instrument that the engine publishes.</summary>
internal static class MetricsTable
{
    public static async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        // Hosts of other tests begin meanwhile, and their instruments are told here too.
        var rows = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == HelpDeskEmailDiagnostics.Name)
                {
                    rows.Enqueue($"| `{instrument.Name}` | {Kind(instrument)} | `{instrument.Unit}` | {instrument.Description} |");
                }
            },
        };

        // The gauges belong to a host, which makes them when it starts.
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, cancellationToken);
        desk.Services.GetRequiredService(typeof(HelpDeskEmailDiagnostics).Assembly.GetType("HelpDesk.Email.Health.Gauges", throwOnError: true)!);
        RuntimeHelpers.RunClassConstructor(typeof(HelpDeskEmailDiagnostics).TypeHandle);
        listener.Start();
        return string.Join('\n', rows.Distinct().Order(StringComparer.Ordinal).Prepend("|---|---|---|---|").Prepend("| name | kind | unit | what it counts |"));
    }

    private static string Kind(Instrument instrument) =>
        instrument.GetType().Name.Split('`')[0].Replace("Observable", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
