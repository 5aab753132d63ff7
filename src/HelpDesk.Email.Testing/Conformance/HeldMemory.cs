namespace HelpDesk.Email.Testing.Conformance;

/// <summary>How much of a large stream is in memory while it is read.</summary>
internal static class HeldMemory
{
    // Something else in the process may take memory meanwhile; it does not do so every time.
    private const int Attempts = 5;

    /// <summary>Expects that less than half of the octets are in memory when nearly all of them were read.</summary>
    /// <param name="length">How many octets there are.</param>
    /// <param name="readAsync">Has them read once; tells the position after each piece, and reads them again at each call.</param>
    public static async Task ExpectSmallAsync(long length, Func<Action<long>, Task> readAsync)
    {
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts && least > length / 2; attempt++)
        {
            least = Math.Min(least, await MeasureAsync(length, readAsync).ConfigureAwait(false));
        }

        Expect.That(least <= length / 2, $"{least} octets more in memory when nearly all of {length} were read.");
    }

    private static async Task<long> MeasureAsync(long length, Func<Action<long>, Task> readAsync)
    {
        // Off the stack of whoever completed the attempt before: what stands there would count as in use.
        await Task.Yield();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long? growth = null;
        await readAsync(position =>
        {
            if (position > length * 9 / 10 && growth is null)
            {
                growth = GC.GetTotalMemory(forceFullCollection: true) - before;
            }
        }).ConfigureAwait(false);
        Expect.That(growth is not null, "octets that nobody read to their end.");
        return growth.Value;
    }
}
