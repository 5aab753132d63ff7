using System.Diagnostics;

namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>
/// Runs two pieces of work by turns in one process, A B A B, so that both see the same machine: what else it does changes their
/// times, but hardly their ratio. Times are processor time. One thread.
/// </summary>
/// <param name="count">How many pairs.</param>
/// <param name="slice">How long each turn takes at least.</param>
internal sealed class PairedRunner(int count, TimeSpan slice)
{
    // The compiler exchanges code for better code while it runs; by then it has.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);

    private long _sum;

    /// <summary>Measures both. The numbers that they return are used, so that no work can be left out.</summary>
    /// <param name="subject">The work in question.</param>
    /// <param name="yardstick">The work that it is compared with.</param>
    public Pairs Run(Func<long> subject, Func<long> yardstick)
    {
        Repeat(subject, WarmUp);
        Repeat(yardstick, WarmUp);
        var subjectRuns = RunsIn(subject);
        var yardstickRuns = RunsIn(yardstick);
        var subjects = new double[count];
        var yardsticks = new double[count];
        for (var i = 0; i < count; i++)
        {
            GC.Collect();
            subjects[i] = Seconds(subject, subjectRuns);
            yardsticks[i] = Seconds(yardstick, yardstickRuns);
        }

        double[] ratios = [.. subjects.Zip(yardsticks, (left, right) => left / right)];
        return new Pairs(Spread.Of(subjects), Spread.Of(yardsticks), Spread.Of(ratios), Allocated(subject));
    }

    /// <summary>The bytes that one run allocates, once everything is warm.</summary>
    public double Allocated(Func<long> work)
    {
        const int Runs = 3;
        _sum += work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++)
            _sum += work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Runs;
    }

    private double Seconds(Func<long> work, int runs)
    {
        var started = ProcessorTime.Seconds;
        for (var i = 0; i < runs; i++)
            _sum += work();
        return (ProcessorTime.Seconds - started) / runs;
    }

    private int RunsIn(Func<long> work)
    {
        var once = Math.Max(Seconds(work, 1), 1e-8);
        var several = Math.Max(Seconds(work, (int)Math.Clamp(0.02 / once, 1, 100_000)), 1e-8);
        return (int)Math.Clamp(Math.Ceiling(slice.TotalSeconds / several), 1, 1_000_000);
    }

    private void Repeat(Func<long> work, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        do
            _sum += work();
        while (Stopwatch.GetElapsedTime(started) < time);
    }
}
