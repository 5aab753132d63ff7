namespace HelpDesk.Email.Testing.Conformance;

/// <summary>Many callers that start at one moment, each on a thread of its own as far as there are threads.</summary>
internal static class Crowd
{
    /// <summary>Runs the call for each index at once and gives the answers in the order of the indexes.</summary>
    public static async Task<IReadOnlyList<T>> RunAsync<T>(int callers, Func<int, Task<T>> callAsync)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<T>[] calls =
        [
            .. Enumerable.Range(0, callers).Select(i => Task.Run(async () =>
            {
                await start.Task.ConfigureAwait(false);
                return await callAsync(i).ConfigureAwait(false);
            })),
        ];
        start.SetResult();
        return await Task.WhenAll(calls).ConfigureAwait(false);
    }
}
