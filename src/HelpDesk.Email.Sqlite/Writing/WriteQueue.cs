using System.Diagnostics;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Writing;

/// <summary>The one writer of a file in this process: what waits is committed together, so that one sync to the disk serves many.</summary>
/// <remarks>
/// Safe on any thread. Whoever finds the writer idle starts it on the thread pool; it goes on until nothing waits. Pieces
/// run in the order in which they came. Where several callers write by turns, the writer waits a moment for those that it
/// has just let go: a sync for eight costs what a sync for one does. A caller that writes alone is never kept waiting.
/// </remarks>
internal sealed class WriteQueue(SqliteFile file) : IDisposable
{
    private const int MaxPieces = 256;
    private const long MaxOctets = 4 << 20;

    // Longer than the engine takes from one commit of a mail to the next, and shorter than anybody notices.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);

    private readonly object _gate = new();
    private readonly Queue<Piece> _waiting = new();
    private readonly GroupCommit _commit = new(file);
    private bool _running;
    private bool _disposed;
    private int _expected = 1;

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
            if (_waiting.Count >= _expected)
            {
                Monitor.PulseAll(_gate);
            }
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
            Monitor.PulseAll(_gate);
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
            Expect(group.Count);
            foreach (var piece in group)
            {
                piece.Complete();
            }

            group.Clear();
        }
    }

    // Those who are let go come back, most likely, and join those who wait already.
    private void Expect(int letGo)
    {
        lock (_gate)
        {
            _expected = Math.Min(letGo + _waiting.Count, MaxPieces);
        }
    }

    private void Gather()
    {
        var start = Stopwatch.GetTimestamp();
        while (_waiting.Count > 0 && _waiting.Count < _expected && !_disposed && Gathering - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left)
        {
            Monitor.Wait(_gate, left);
        }
    }

    private bool Take(List<Piece> group)
    {
        lock (_gate)
        {
            Gather();
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
