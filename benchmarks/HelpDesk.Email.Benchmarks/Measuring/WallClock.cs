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

    /// <summary>Seconds of each of several works, turn by turn, after one turn that counts nothing.</summary>
    /// <returns>For each work its seconds, in the order of the turns.</returns>
    public static async Task<IReadOnlyList<double[]>> TurnsAsync(int count, params Func<Task>[] works)
    {
        var seconds = works.Select(_ => new double[count]).ToList();
        for (var turn = -1; turn < count; turn++)
        {
            GC.Collect();
            for (var i = 0; i < works.Length; i++)
            {
                var time = await SecondsAsync(works[i]);
                if (turn >= 0)
                {
                    seconds[i][turn] = time;
                }
            }
        }

        return seconds;
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
