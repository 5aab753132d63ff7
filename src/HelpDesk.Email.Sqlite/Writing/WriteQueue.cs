using System.Diagnostics;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Writing;

/// <summary>The one writer of a file in this process: what waits is committed together, so that one sync to the disk serves many.</summary>
/// <remarks>
/// Safe on any thread. The writer is a thread of its own, because it mostly waits, for the disk or for callers, and the pool
/// would lack the one it took; it is there while there is something to write, and a few seconds longer. Pieces run in the
/// order in which they came. Where several callers write by turns, the writer waits for those that follow what it has just
/// written, as long as they keep coming: a sync for thirty costs little more than a sync for one, and pages that all of them change are
/// written once. A caller that writes alone is never kept waiting.
/// </remarks>
internal sealed class WriteQueue(SqliteFile file) : IDisposable
{
    private const int MaxPieces = 256;
    private const long MaxOctets = 4 << 20;

    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly Queue<Piece> _waiting = new();
    private readonly GroupCommit _commit = new(file);
    private bool _running;
    private bool _idle;
    private bool _disposed;
    private int _expected = 1;

    /// <summary>For how long the writer waits for the next of those that it expects: longer than the engine takes for one mail on a busy machine.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>For how long it waits for all of them: shorter than anybody notices.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Has work done in a transaction of its own, or in one with others where each stands or falls alone.</summary>
    /// <param name="work">Runs on the writer's thread; must not wait for anything but the database.</param>
    /// <param name="octets">About how many octets it writes.</param>
    /// <param name="followers">How many pieces most likely follow its result soon.</param>
    /// <param name="cancellationToken">Ends the waiting for the writer; work that has begun is finished.</param>
    public Task<T> RunAsync<T>(Func<Connection, T> work, long octets, Func<T, int> followers, CancellationToken cancellationToken)
    {
        var piece = new PieceOf<T>(work, followers) { Octets = octets };
        piece.EndOn(cancellationToken);
        bool start;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _waiting.Enqueue(piece);
            start = !_running;
            _running = true;
            if (_idle || _waiting.Count >= _expected)
            {
                Monitor.PulseAll(_gate);
            }
        }

        if (start)
        {
            Start(piece);
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

    private void Start(Piece piece)
    {
        try
        {
            new Thread(Drain) { IsBackground = true, Name = "Help desk SQLite writer" }.UnsafeStart();
        }
        catch
        {
            // Out of memory: the caller is told, so its piece must not be written later on; whoever comes next tries again.
            piece.TryTake();
            lock (_gate)
            {
                _running = false;
            }

            throw;
        }
    }

    private void Drain()
    {
        var group = new List<Piece>();
        while (Take(group))
        {
            _commit.Run(group);
            Expect(group.Sum(piece => piece.Followers));
            foreach (var piece in group)
            {
                piece.Complete();
            }

            group.Clear();
        }
    }

    // Those who are let go come back, most likely, and join those who wait already.
    private void Expect(int followers)
    {
        lock (_gate)
        {
            _expected = Math.Min(followers + _waiting.Count, MaxPieces);
        }
    }

    private void Gather()
    {
        var start = Stopwatch.GetTimestamp();
        for (var came = 0; _waiting.Count > came && _waiting.Count < _expected && !_disposed && Stopwatch.GetElapsedTime(start) < Gathering;)
        {
            came = _waiting.Count;
            Monitor.Wait(_gate, Pause);
        }
    }

    private bool Take(List<Piece> group)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0 && !_disposed)
            {
                _idle = true;
                if (!Monitor.Wait(_gate, Linger))
                {
                    _expected = 1;
                }

                _idle = false;
            }

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
