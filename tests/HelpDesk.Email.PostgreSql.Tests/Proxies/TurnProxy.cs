using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HelpDesk.Email.PostgreSql.Tests.Proxies;

/// <summary>Stands between the store and its server: counts round trips, and loses answers after the server has given them.</summary>
internal sealed class TurnProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly Lock _gate = new();
    private readonly List<TurnLine> _lines = [];
    private string? _lost;
    private bool _confuses;
    private int _losses;
    private int _turns;

    public TurnProxy(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often the client asked and the server answered.</summary>
    public int Turns => Volatile.Read(ref _turns);

    /// <summary>How many answers are still to be lost.</summary>
    public int Losses => Volatile.Read(ref _losses);

    /// <summary>Whether answers that are to be lost come, with a row in them that nobody asked for.</summary>
    public bool Confuses => Volatile.Read(ref _confuses);

    /// <summary>Loses the next answers to what has a text in it, and the connection with each. Statements must not be prepared.</summary>
    public void LoseAnswers(string to, int times = 1) => Spoil(to, times, confuses: false);

    /// <summary>Puts a row into the next answers to what has a text in it, where none belongs. Statements must not be prepared.</summary>
    public void ConfuseAnswers(string to, int times = 1) => Spoil(to, times, confuses: true);

    public void Dispose()
    {
        _listener.Dispose();
        lock (_gate)
        {
            _lines.ForEach(line => line.Dispose());
        }
    }

    /// <summary>Called with each piece that a client sends.</summary>
    /// <param name="piece">What it sent.</param>
    /// <param name="begun">How many turns began with it.</param>
    /// <returns>Whether its answer is lost.</returns>
    internal bool OnAsked(ReadOnlySpan<byte> piece, int begun)
    {
        Interlocked.Add(ref _turns, begun);
        lock (_gate)
        {
            return _losses > 0 && piece.IndexOf(Encoding.UTF8.GetBytes(_lost!)) >= 0;
        }
    }

    /// <summary>Called when an answer was lost.</summary>
    internal void OnLost() => Interlocked.Decrement(ref _losses);

    private void Spoil(string to, int times, bool confuses)
    {
        lock (_gate)
        {
            (_lost, _losses, _confuses) = (to, times, confuses);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var line = new TurnLine(this, await _listener.AcceptSocketAsync());
                lock (_gate)
                {
                    _lines.Add(line);
                }

                _ = line.RunAsync(_server);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
