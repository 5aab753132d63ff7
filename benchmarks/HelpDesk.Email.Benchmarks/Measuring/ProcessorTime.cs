namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>
/// The time for which this process had a processor. On a machine that others use too, most of the time by the clock is theirs.
/// </summary>
internal static class ProcessorTime
{
    public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds;
}
