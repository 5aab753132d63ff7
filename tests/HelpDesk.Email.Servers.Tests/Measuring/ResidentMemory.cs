using System.Globalization;

namespace HelpDesk.Email.Servers.Tests.Measuring;

/// <summary>How much memory a process holds, in octets.</summary>
internal static class ResidentMemory
{
    /// <summary>What this process holds once all rubbish is given back.</summary>
    public static long AfterCollection()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return Environment.WorkingSet;
    }

    /// <summary>What a process holds now.</summary>
    public static long Of(int processId) => Read(processId, "VmRSS:");

    /// <summary>The most that a process held since the last <see cref="ForgetPeak"/>.</summary>
    public static long PeakOf(int processId) => Read(processId, "VmHWM:");

    /// <summary>Lets the peak of a process begin anew.</summary>
    public static void ForgetPeak(int processId) => File.WriteAllText($"/proc/{processId}/clear_refs", "5");

    private static long Read(int processId, string field)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan(field.Length).Trim(" \tkB"), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
