using System.Diagnostics;

namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>What two pieces of work gave that each used up an input of their own in every turn, on several threads: seconds by the clock, processor time of the process, and bytes that all its threads allocated.</summary>
internal sealed record Turns(Spread Subject, Spread Yardstick, Spread Ratio, Spread SubjectProcessor, Spread ProcessorRatio, Spread Allocated, Spread YardstickAllocated, Spread AllocatedRatio)
{
    /// <summary>Runs both by turns, after one turn that counts nothing.</summary>
    /// <param name="count">How many turns.</param>
    /// <param name="prepare">Makes the input of one turn of one of them; not measured.</param>
    /// <param name="subject">The work in question.</param>
    /// <param name="yardstick">The work that it is compared with.</param>
    public static Task<Turns> RunAsync<T>(int count, Func<T> prepare, Func<T, Task> subject, Func<T, Task> yardstick) =>
        RunAsync(count, prepare, subject, prepare, yardstick);

    /// <summary>The same with inputs that each makes in a way of its own.</summary>
    public static async Task<Turns> RunAsync<T>(int count, Func<T> prepareSubject, Func<T, Task> subject, Func<T> prepareYardstick, Func<T, Task> yardstick)
    {
        var (subjects, yardsticks) = (new Cost[count], new Cost[count]);
        for (var turn = -1; turn < count; turn++)
        {
            var one = await Cost.OfAsync(prepareSubject(), subject);
            var other = await Cost.OfAsync(prepareYardstick(), yardstick);
            if (turn >= 0)
            {
                (subjects[turn], yardsticks[turn]) = (one, other);
            }
        }

        return new Turns(
            Spread.Of([.. subjects.Select(cost => cost.Seconds)]),
            Spread.Of([.. yardsticks.Select(cost => cost.Seconds)]),
            Spread.Of([.. subjects.Zip(yardsticks, (one, other) => one.Seconds / other.Seconds)]),
            Spread.Of([.. subjects.Select(cost => cost.Processor)]),
            Spread.Of([.. subjects.Zip(yardsticks, (one, other) => one.Processor / other.Processor)]),
            Spread.Of([.. subjects.Select(cost => cost.Allocated)]),
            Spread.Of([.. yardsticks.Select(cost => cost.Allocated)]),
            Spread.Of([.. subjects.Zip(yardsticks, (one, other) => one.Allocated / other.Allocated)]));
    }

    private readonly record struct Cost(double Seconds, double Processor, double Allocated)
    {
        public static async Task<Cost> OfAsync<T>(T input, Func<T, Task> work)
        {
            GC.Collect();
            var (started, processor, allocated) = (Stopwatch.GetTimestamp(), ProcessorTime.Seconds, GC.GetTotalAllocatedBytes(precise: true));
            await work(input);
            return new Cost(Stopwatch.GetElapsedTime(started).TotalSeconds, ProcessorTime.Seconds - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        }
    }
}
