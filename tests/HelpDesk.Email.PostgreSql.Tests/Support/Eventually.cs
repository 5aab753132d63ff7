using System.Diagnostics;

namespace HelpDesk.Email.PostgreSql.Tests.Support;

/// <summary>Asks until it is so.</summary>
internal static class Eventually
{
    // Long enough for the slowest machine; only a fault reaches it.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    public static async Task IsTrueAsync(Func<Task<bool>> ask, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await ask())
        {
            Assert.True(clock.Elapsed < Guard, $"Waited {Guard} in vain for {what}.");
            await Task.Delay(10, StoreSchema.Token);
        }
    }

    public static Task IsTrueAsync(Func<bool> ask, string what) => IsTrueAsync(() => Task.FromResult(ask()), what);
}
