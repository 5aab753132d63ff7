using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;

namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>A server on a free port of 127.0.0.1 that says and hears what a <see cref="Transcript"/> says, connection after connection.</summary>
/// <remarks>Disposing it fails the test if the client said something else. <see cref="PlayedAsync"/> also fails if it left early.</remarks>
internal sealed class TranscriptServer : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new(Guard);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _playing;

    private TranscriptServer(Transcript transcript, SslServerAuthenticationOptions? tls, int pieceLength, IReadOnlyDictionary<string, byte[]>? mails, int cutAfter)
    {
        CutAfter = cutAfter;
        TlsOptions = tls;
        PieceLength = pieceLength;
        Mails = mails ?? new Dictionary<string, byte[]>();
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen();
        _playing = PlayAsync(transcript);
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>The server without TLS.</summary>
    public MailServer Plain => new("127.0.0.1", Port, MailEncryption.None);

    /// <summary>Completes once the server has fallen silent.</summary>
    public Task Silent => _silent.Task.WaitAsync(Guard);

    /// <summary>The lines that the client said.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>The line of the transcript that is played.</summary>
    public int At { get; set; }

    internal SslServerAuthenticationOptions? TlsOptions { get; }

    internal int PieceLength { get; }

    internal IReadOnlyDictionary<string, byte[]> Mails { get; }

    internal int CutAfter { get; }

    /// <summary>How many octets the server sent.</summary>
    public int Sent { get; set; }

    /// <summary>Starts one.</summary>
    /// <param name="transcript">What it says and hears.</param>
    /// <param name="tls">Its certificate, for <c>tls</c>.</param>
    /// <param name="pieceLength">How many octets it sends at a time; 0 for as many as stand in a line of the transcript.</param>
    /// <param name="mails">Octets by name, for <c>S-mail</c>.</param>
    /// <param name="cutAfter">After how many octets of its own the server closes the connection.</param>
    public static TranscriptServer Start(string transcript, SslServerAuthenticationOptions? tls = null, int pieceLength = 0, IReadOnlyDictionary<string, byte[]>? mails = null, int cutAfter = int.MaxValue) =>
        new(Transcript.Parse(transcript), tls, pieceLength, mails, cutAfter);

    /// <summary>Moves a clock, once the server is silent, until some work has come to an end.</summary>
    public async Task OutlastAsync(ManualTime time, Task work)
    {
        await Silent;
        while (!work.IsCompleted)
        {
            // No further: a client that has not looked at the clock yet would have waited for longer than any limit.
            time.AdvanceToNext();
            await Task.Yield();
        }
    }

    /// <summary>Lets the server go on behind a <c>wait</c>.</summary>
    public void Open(string gate) => Gate(gate).TrySetResult();

    /// <summary>Waits until everything was said and heard.</summary>
    public Task PlayedAsync() => _playing.WaitAsync(Guard);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        try
        {
            await _playing;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or EndOfStreamException
            or System.Security.Authentication.AuthenticationException or TranscriptException { IsGone: true })
        {
            // The client was done earlier. What it did before, it did as it should.
        }

        _stop.Dispose();
    }

    internal TaskCompletionSource Gate(string name) => _gates.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    internal void FallSilent() => _silent.TrySetResult();

    private async Task PlayAsync(Transcript transcript)
    {
        foreach (var steps in transcript.Connections)
        {
            var client = await _socket.AcceptAsync(_stop.Token);
            client.NoDelay = true;
            await using var peer = new TranscriptPeer(client, this);
            await peer.PlayAsync(steps, _stop.Token);
        }
    }
}
