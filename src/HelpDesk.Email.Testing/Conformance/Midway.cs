namespace HelpDesk.Email.Testing.Conformance;

/// <summary>Calls that are cancelled while they run, each time at another moment.</summary>
internal static class Midway
{
    /// <summary>How many moments are tried.</summary>
    public const int Moments = 24;

    /// <summary>Makes a call, and cancels it at one of the moments; where exactly it is by then, the machine decides.</summary>
    /// <returns>Whether it ended as cancelled.</returns>
    public static async Task<bool> CancelAsync(int moment, Func<CancellationToken, Task> callAsync, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = Task.Run(() => callAsync(source.Token), cancellationToken);
        for (var turns = 0; turns < moment * moment; turns++)
        {
            await Task.Yield();
        }

        await source.CancelAsync().ConfigureAwait(false);
        return await Expect.IsCancelledAsync(() => call).ConfigureAwait(false);
    }
}
