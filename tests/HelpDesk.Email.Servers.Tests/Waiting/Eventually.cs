using System.Diagnostics;

namespace HelpDesk.Email.Servers.Tests.Waiting;

/// <summary>Asks a server, another process or a thread that gives no sign until it says what is waited for: the one place where tests poll.</summary>
internal static class Eventually
{
    /// <summary>Long enough for the slowest machine; only a fault reaches it.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until there is an answer.</summary>
    public static Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class => GetAsync(ask, what, Guard);

    /// <summary>Asks until there is an answer, for so long at most.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what, TimeSpan atMost)
        where T : class
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            Assert.True(clock.Elapsed < atMost, $"Waited {atMost} in vain for {what}.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Counts until a count is reached; fails only when it has stood still for as long as the guard says, however long the whole takes.</summary>
    public static async Task ReachesAsync(long goal, Func<Task<long>> count, string what)
    {
        var (last, still) = (-1L, Stopwatch.StartNew());
        while (true)
        {
            var asking = Stopwatch.StartNew();
            var now = await count();
            if (now >= goal)
            {
                return;
            }

            if (now != last)
            {
                (last, still) = (now, Stopwatch.StartNew());
            }

            Assert.True(still.Elapsed < Guard, $"Waited in vain for {goal} {what}: there are {now}, and no more came for {Guard}.");

            // What takes long to count is counted less often.
            await Task.Delay(Pause + (2 * asking.Elapsed));
        }
    }

    /// <summary>Asks until it is true.</summary>
    public static Task BecomesTrueAsync(Func<bool> ask, string what) => GetAsync(() => Task.FromResult(ask() ? what : null), what);

    /// <inheritdoc cref="BecomesTrueAsync(Func{bool}, string)"/>
    public static Task BecomesTrueAsync(Func<Task<bool>> ask, string what) => GetAsync(async () => await ask() ? what : null, what);

    /// <summary>Waits for a condition, or until a time is over.</summary>
    public static async Task OrAfterAsync(TimeSpan atMost, Func<bool> ask)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < atMost && !ask())
        {
            await Task.Delay(1);
        }
    }
}
