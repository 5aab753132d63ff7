using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Diagnostics;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>Every instrument that the engine publishes.</summary>
internal static class MetricsTable
{
    public static string Write()
    {
        var rows = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == HelpDeskEmailDiagnostics.Name)
                {
                    rows.Add($"| `{instrument.Name}` | {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()} | `{instrument.Unit}` | {instrument.Description} |");
                }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(HelpDeskEmailDiagnostics).TypeHandle);
        listener.Start();
        return string.Join('\n', rows.Order(StringComparer.Ordinal).Prepend("|---|---|---|---|").Prepend("| name | kind | unit | what it counts |"));
    }
}
