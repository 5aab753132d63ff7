using System.Diagnostics;

namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>Times work that waits for others, by the wall clock and by turns.</summary>
internal static class WallClock
{
    /// <summary>Seconds of each, pair by pair, after one turn that counts nothing.</summary>
    public static async Task<(Spread Subject, Spread Yardstick, Spread Ratio)> PairsAsync(int count, Func<Task> subject, Func<Task> yardstick)
    {
        await subject();
        await yardstick();
        var (subjects, yardsticks) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            GC.Collect();
            subjects[i] = await SecondsAsync(subject);
            yardsticks[i] = await SecondsAsync(yardstick);
        }

        return (Spread.Of(subjects), Spread.Of(yardsticks), Spread.Of([.. subjects.Zip(yardsticks, (one, other) => one / other)]));
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
