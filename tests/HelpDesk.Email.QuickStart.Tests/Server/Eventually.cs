using System.Diagnostics;

namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>Asks another process until it says what is waited for.</summary>
internal static class Eventually
{
    /// <summary>Long enough for the slowest machine; only a fault reaches it.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class => GetAsync(ask, what, Guard);

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

    public static Task BecomesTrueAsync(Func<bool> ask, string what) =>
        GetAsync(() => Task.FromResult(ask() ? what : null), what);

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
