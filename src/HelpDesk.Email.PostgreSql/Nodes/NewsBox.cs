using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Nodes;

/// <summary>Keeps news until somebody waits for it. Safe on any thread; one waits at a time.</summary>
internal sealed class NewsBox : IDisposable
{
    private readonly SemaphoreSlim _filled = new(0, 1);
    private readonly Lock _gate = new();
    private StoreNews _news;

    public void Put(StoreNews news)
    {
        lock (_gate)
        {
            if (_news == StoreNews.None && news != StoreNews.None)
            {
                _filled.Release();
            }

            _news |= news;
        }
    }

    public async ValueTask<StoreNews> TakeAsync(CancellationToken cancellationToken)
    {
        await _filled.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            var news = _news;
            _news = StoreNews.None;
            return news;
        }
    }

    public void Dispose() => _filled.Dispose();
}
