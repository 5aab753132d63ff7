namespace HelpDesk.Email.Storage;

/// <summary>One process among those that share a mail store; disposing it leaves the store and frees the name.</summary>
/// <remarks>Claims that were not ended are not given back by it: they end with their leases, or when the name joins again.</remarks>
public interface IMailStoreNode : IAsyncDisposable
{
    /// <summary>The name under which the process claims.</summary>
    string Name { get; }

    /// <summary>Waits for word that another process wrote rows, so that workers here look for them at once.</summary>
    /// <remarks>
    /// A wake-up and never the truth: it may come late, for nothing or not at all, so workers look all the same each time
    /// <c>Processing:PollInterval</c> is over. What comes between two calls is kept for the next. Called by one caller at a time; throws
    /// nothing while the store is away. A store of one process has nothing to tell, and by default this waits until it is ended.
    /// </remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    async ValueTask<StoreNews> WaitForNewsAsync(CancellationToken cancellationToken)
    {
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return StoreNews.None;
    }
}
