using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Signals;

/// <summary>The signals of one process.</summary>
internal sealed class WorkSignals : IDisposable
{
    /// <summary>There may be a row in the journal.</summary>
    public WorkSignal Journal { get; } = new();

    /// <summary>There may be a mail to send.</summary>
    public WorkSignal Outbox { get; } = new();

    /// <summary>There may be an event to tell.</summary>
    public WorkSignal Events { get; } = new();

    /// <summary>There may be trouble to tell.</summary>
    public WorkSignal Troubles { get; } = new();

    /// <summary>Passes on what the store tells of other processes, until it is stopped.</summary>
    public async Task FollowAsync(IMailStoreNode node, CancellationToken cancellationToken)
    {
        while (true)
        {
            var news = await node.WaitForNewsAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (part, signal) in ((StoreNews, WorkSignal)[])[(StoreNews.Journal, Journal), (StoreNews.Outbox, Outbox), (StoreNews.Events, Events)])
            {
                if (news.HasFlag(part))
                {
                    signal.Set();
                }
            }
        }
    }

    public void Dispose()
    {
        Journal.Dispose();
        Outbox.Dispose();
        Events.Dispose();
        Troubles.Dispose();
    }
}
