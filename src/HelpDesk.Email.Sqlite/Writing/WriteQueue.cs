using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Writing;

/// <summary>The one writer of a file in this process: what waits is committed together, so that one sync to the disk serves many.</summary>
/// <remarks>
/// Safe on any thread. Whoever finds the writer idle starts it on the thread pool; it goes on until nothing waits. Pieces
/// run in the order in which they came.
/// </remarks>
internal sealed class WriteQueue(SqliteFile file) : IDisposable
{
    private const int MaxPieces = 256;
    private const long MaxOctets = 4 << 20;

    private readonly object _gate = new();
    private readonly Queue<Piece> _waiting = new();
    private readonly GroupCommit _commit = new(file);
    private bool _running;
    private bool _disposed;

    /// <summary>Has work done in a transaction of its own, or in one with others where each stands or falls alone.</summary>
    /// <param name="work">Runs on the writer's thread; must not wait for anything but the database.</param>
    /// <param name="octets">About how many octets it writes.</param>
    /// <param name="cancellationToken">Ends the waiting for the writer; work that has begun is finished.</param>
    public Task<T> RunAsync<T>(Func<Connection, T> work, long octets, CancellationToken cancellationToken)
    {
        var piece = new PieceOf<T>(work) { Octets = octets };
        piece.EndOn(cancellationToken);
        bool start;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _waiting.Enqueue(piece);
            start = !_running;
            _running = true;
        }

        if (start)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Drain(), this, preferLocal: false);
        }

        return piece.Task;
    }

    /// <summary>Waits for the group that is being written, and ends what still waits.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_running)
            {
                Monitor.Wait(_gate);
            }
        }

        _commit.Dispose();
    }

    private void Drain()
    {
        var group = new List<Piece>();
        while (Take(group))
        {
            _commit.Run(group);
            foreach (var piece in group)
            {
                piece.Complete();
            }

            group.Clear();
        }
    }

    private bool Take(List<Piece> group)
    {
        lock (_gate)
        {
            var octets = 0L;
            while (group.Count < MaxPieces && octets < MaxOctets && _waiting.TryDequeue(out var piece))
            {
                if (!piece.TryTake())
                {
                    continue;
                }

                if (_disposed)
                {
                    piece.Fail(new ObjectDisposedException(nameof(WriteQueue)));
                    piece.Complete();
                    continue;
                }

                group.Add(piece);
                octets += piece.Octets;
            }

            if (group.Count == 0)
            {
                _running = false;
                Monitor.PulseAll(_gate);
            }

            return group.Count > 0;
        }
    }
}
