using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>A mail server of one account that remembers what it was told; serves one connection after the other.</summary>
internal abstract class SmallServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private Socket? _client;
    private Stream _stream = Stream.Null;

    protected SmallServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>After how many octets the server cuts the connection, once.</summary>
    public int CutAfter { get; set; } = int.MaxValue;

    /// <summary>How many octets it sent.</summary>
    public int Sent { get; private set; }

    /// <summary>The commands, without tags.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>What lies in the mailbox, by a number that is never used again.</summary>
    public SortedDictionary<uint, byte[]> Mails { get; } = [];

    /// <summary>What lies in other folders.</summary>
    public List<byte[]> Moved { get; } = [];

    /// <summary>The mails that are marked as read.</summary>
    public HashSet<uint> Seen { get; } = [];

    public uint Next { get; set; } = 1;

    public void Deliver(byte[] octets)
    {
        lock (Mails)
        {
            Mails.Add(Next++, octets);
        }
    }

    /// <summary>Cuts the connection that there is.</summary>
    public void Cut() => _client?.Dispose();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Cut();
        await _serving;
        _stop.Dispose();
    }

    /// <summary>Serves a client up to its end.</summary>
    protected abstract Task TalkAsync();

    protected async Task SayAsync(string text) => await SayAsync(Encoding.Latin1.GetBytes(text + "\r\n"));

    protected async Task SayAsync(ReadOnlyMemory<byte> octets)
    {
        var left = Math.Min(octets.Length, CutAfter - Sent);
        await _stream.WriteAsync(octets[..left], _stop.Token);
        Sent += left;
        if (left < octets.Length)
        {
            CutAfter = int.MaxValue;
            throw new EndOfStreamException();
        }
    }

    protected async Task<string> HearAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            await _stream.ReadExactlyAsync(one, _stop.Token);
            line.Add(one[0]);
        }

        return Encoding.Latin1.GetString([.. line.SkipLast(2)]);
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _client = await _listener.AcceptAsync(_stop.Token);
                _client.NoDelay = true;
                _stream = new NetworkStream(_client, ownsSocket: true);
                await using (_stream)
                {
                    await TalkAsync();
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The client went, or the connection was cut.
            }
        }
    }
}
