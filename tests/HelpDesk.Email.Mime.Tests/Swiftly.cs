using System.Diagnostics;

namespace HelpDesk.Email.Mime.Tests;

/// <summary>Tells what takes ever longer with the size of a mail from a machine that has much else to do.</summary>
internal static class Swiftly
{
    // Something else may have the machine meanwhile; it does not have it every time.
    private const int Attempts = 3;

    /// <summary>Expects that work takes less than a time, once at least.</summary>
    /// <param name="limit">Many times what it takes; what is quadratic takes longer each time.</param>
    /// <param name="work">The work.</param>
    public static void Does(TimeSpan limit, Action work)
    {
        var least = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Attempts && least >= limit; attempt++)
        {
            var watch = Stopwatch.StartNew();
            work();
            least = watch.Elapsed < least ? watch.Elapsed : least;
        }

        Assert.True(least < limit, $"took {least}");
    }
}
