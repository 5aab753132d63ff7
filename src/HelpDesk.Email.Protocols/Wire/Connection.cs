using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>One connection: octets in and out, and how long silence may last.</summary>
/// <remarks>
/// Reading and writing are for one caller at a time. <see cref="Interrupt"/> and <see cref="Abort"/> may come from any
/// thread. What is written is sent when the next read would have to wait, so the answers to pipelined commands leave
/// together (RFC 2920 section 3.2).
/// </remarks>
internal sealed class Connection : IAsyncDisposable
{
    private const int FlushAbove = 16 * 1024;

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly PipeReader _reader;
    private readonly TimeProvider _time;
    private readonly TimeSpan _idleTimeout;
    private readonly ITimer _timer;

    // Never disposed: it has no timer of its own, and Abort may come when everything else is gone.
    private readonly CancellationTokenSource _aborted = new();
    private ArrayBufferWriter<byte> _output = new();
    private long _lookedAt = -1;
    private long _since;
    private volatile bool _waiting;
    private volatile bool _timedOut;
    private volatile bool _interrupted;

    /// <summary>Takes a connected socket over.</summary>
    public Connection(Socket socket, TimeSpan idleTimeout, TimeProvider time)
    {
        _socket = socket;
        socket.NoDelay = true;
        Remote = socket.RemoteEndPoint;
        _stream = new NetworkStream(socket, ownsSocket: false);
        _reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true, useZeroByteReads: true));
        _time = time;
        _idleTimeout = idleTimeout;
        _since = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((Connection)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The octets that the last read gave; they stay until <see cref="Advance"/>.</summary>
    public ReadOnlySequence<byte> Input { get; private set; }

    /// <summary>Where answers are written to; sent by the next read that waits.</summary>
    public IBufferWriter<byte> Output => _output;

    /// <summary>Who is at the other end.</summary>
    public EndPoint? Remote { get; }

    /// <summary>Cancelled when the connection was cut.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>Waits until there are octets that were not looked at.</summary>
    public ValueTask<ReadStatus> ReadAsync() => ReadAsync(Timeout.InfiniteTimeSpan);

    /// <summary>Waits until there are octets that were not looked at, at most for a time.</summary>
    /// <param name="atMost">A limit beside that on silence.</param>
    public async ValueTask<ReadStatus> ReadAsync(TimeSpan atMost)
    {
        while (true)
        {
            if (_interrupted)
            {
                return ReadStatus.Interrupted;
            }

            if (_output.WrittenCount > FlushAbove && !await FlushAsync().ConfigureAwait(false))
            {
                return ReadStatus.Closed;
            }

            if (!_reader.TryRead(out var result))
            {
                if (!await FlushAsync().ConfigureAwait(false) || await WaitAsync(atMost).ConfigureAwait(false) is not { } waited)
                {
                    return ReadStatus.Closed;
                }

                result = waited;
            }

            Input = result.Buffer;
            if (_timedOut)
            {
                return ReadStatus.TimedOut;
            }

            if (!result.IsCanceled)
            {
                return result.IsCompleted && result.Buffer.Length == Math.Max(_lookedAt, 0) ? ReadStatus.Closed : ReadStatus.Data;
            }

            _reader.AdvanceTo(result.Buffer.Start);
        }
    }

    /// <summary>Gives octets of <see cref="Input"/> back.</summary>
    /// <param name="consumed">Up to where they are done with.</param>
    /// <param name="wantsMore">Whether the rest says nothing until more has come.</param>
    public void Advance(SequencePosition consumed, bool wantsMore)
    {
        _lookedAt = wantsMore ? Input.Slice(consumed).Length : -1;
        _reader.AdvanceTo(consumed, wantsMore ? Input.End : consumed);
        Input = default;
    }

    /// <summary>Whether octets have come that nobody looked at; does not wait.</summary>
    public bool HasUnreadInput()
    {
        if (!_reader.TryRead(out var result))
        {
            return _socket.Available > 0;
        }

        _reader.AdvanceTo(result.Buffer.Start);
        return !result.Buffer.IsEmpty || _socket.Available > 0;
    }

    /// <summary>Sends what was written.</summary>
    /// <returns><see langword="false"/> when the other side can't be reached any more.</returns>
    public async ValueTask<bool> FlushAsync()
    {
        if (_output.WrittenCount == 0)
        {
            return !_aborted.IsCancellationRequested;
        }

        // The clock of the other side's silence starts when it can have read our words, not when we were asked.
        Volatile.Write(ref _since, _time.GetTimestamp());
        var sending = _stream.WriteAsync(_output.WrittenMemory, _aborted.Token).AsTask();
        try
        {
            await sending.WaitAsync(_idleTimeout, _time).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (IsGone(exception) || exception is TimeoutException)
        {
            Abort();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }
        finally
        {
            if (_output.Capacity > 4 * FlushAbove)
            {
                _output = new ArrayBufferWriter<byte>();
            }
            else
            {
                _output.ResetWrittenCount();
            }
        }
    }

    /// <summary>Ends the conversation: the read that waits, and each later one, gives <see cref="ReadStatus.Interrupted"/>.</summary>
    public void Interrupt()
    {
        _interrupted = true;
        _reader.CancelPendingRead();
    }

    /// <summary>Cuts the connection at once.</summary>
    public void Abort()
    {
        // The socket first: what the cancelled work still has to say is not said any more.
        _socket.Dispose();
        _ = _aborted.CancelAsync();
    }

    /// <summary>Says that no more words come, and lets the other side read the last ones.</summary>
    /// <param name="linger">How long octets that are still under way are taken and thrown away; a socket that is closed over unread octets takes its last answer back.</param>
    public async ValueTask CloseAsync(TimeSpan linger)
    {
        if (!await FlushAsync().ConfigureAwait(false))
        {
            return;
        }

        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            if (linger <= TimeSpan.Zero)
            {
                return;
            }

            using var enough = new CancellationTokenSource(linger, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, _aborted.Token);
            var scrap = new byte[FlushAbove];
            while (!_interrupted && await _socket.ReceiveAsync(scrap, either.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The other side went first.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _reader.CompleteAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        _socket.Dispose();
    }

    private static bool IsGone(Exception exception) =>
        exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException;

    private async ValueTask<ReadResult?> WaitAsync(TimeSpan atMost)
    {
        var silence = _idleTimeout - _time.GetElapsedTime(Volatile.Read(ref _since));
        var left = atMost != Timeout.InfiniteTimeSpan && atMost < silence ? atMost : silence;
        _waiting = true;
        _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            return await _reader.ReadAsync(_aborted.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return null;
        }
        finally
        {
            _waiting = false;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _since, _time.GetTimestamp());
        }
    }

    private void OnTimer()
    {
        if (_waiting)
        {
            _timedOut = true;
            _reader.CancelPendingRead();
        }
    }
}
