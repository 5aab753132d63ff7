using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Servers.Tests.Proxies;

/// <summary>Stands between a client and a server, counts, and cuts connections in the middle of a word.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _lines = [];
    private readonly ConcurrentDictionary<ProxiedLine, bool> _open = [];
    private readonly Task _accepting;
    private long _connections;
    private long _octets;
    private long _roundTrips;
    private long _cuts;
    private long _cutAfter = long.MaxValue;

    /// <summary>Starts one.</summary>
    /// <param name="target">The server's port.</param>
    /// <param name="port">Its own port; absent: a free one.</param>
    public CuttingProxy(int target, int port = 0)
    {
        _target = target;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many connections were made.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>How many octets went through, in both directions.</summary>
    public long Octets => Interlocked.Read(ref _octets);

    /// <summary>How often a client spoke first, or after the server had spoken: the round trips that it waited for.</summary>
    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    /// <summary>Hears what clients say, piece by piece.</summary>
    public Action<ReadOnlyMemory<byte>>? Heard { get; set; }

    /// <summary>How often a connection was cut.</summary>
    public long Cuts => Interlocked.Read(ref _cuts);

    /// <summary>Cuts the connection that is to carry the n-th octet from now on, once, right before it.</summary>
    public void CutAfter(long octets) => Interlocked.Exchange(ref _cutAfter, Octets + octets);

    /// <summary>Cuts every connection that is open.</summary>
    public void CutAll()
    {
        foreach (var line in _open.Keys)
        {
            Interlocked.Increment(ref _cuts);
            line.Cut();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        foreach (var line in _open.Keys)
        {
            line.Cut();
        }

        await _accepting;
        await Task.WhenAll(_lines);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptAsync(_end.Token);
                Interlocked.Increment(ref _connections);

                // Those that ended would be a leak where connections come by the thousand.
                _lines.RemoveAll(line => line.IsCompleted);
                _lines.Add(CarryAsync(client));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket client)
    {
        var isAsked = 0;
        using var line = new ProxiedLine(client);
        _open.TryAdd(line, true);
        try
        {
            await line.RunAsync(_target, (piece, isOfClient) =>
            {
                if (Interlocked.Exchange(ref isAsked, isOfClient ? 1 : 0) == 0 && isOfClient)
                {
                    Interlocked.Increment(ref _roundTrips);
                }

                if (isOfClient)
                {
                    Heard?.Invoke(piece);
                }

                return Allow(piece.Length);
            });
        }
        finally
        {
            _open.TryRemove(line, out _);
        }
    }

    // How many of these octets may pass; fewer than there are means: cut behind those.
    private int Allow(int count)
    {
        var after = Interlocked.Add(ref _octets, count);
        var limit = Interlocked.Read(ref _cutAfter);
        if (after < limit || Interlocked.CompareExchange(ref _cutAfter, long.MaxValue, limit) != limit)
        {
            return count;
        }

        Interlocked.Increment(ref _cuts);
        return (int)(count - (after - limit)) - 1;
    }
}
