using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>One connection: octets in and out, and how long silence may last.</summary>
/// <remarks>
/// Reading and writing are for one caller at a time. <see cref="Interrupt"/> and <see cref="Abort"/> may come from any
/// thread. What is written is sent when the next read would have to wait, so the answers to pipelined commands leave
/// together (RFC 2920 section 3.2). A server gives an idle timeout that holds for all of the conversation, a client gives
/// each step its own <see cref="StepDeadline"/>.
/// </remarks>
internal sealed class Connection : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly TimeSpan _idleTimeout;
    private readonly SilenceTimer _silence;
    private readonly ConnectionOutput _output = new();

    // Never disposed: it has no timer of its own, and Abort may come when everything else is gone.
    private readonly CancellationTokenSource _aborted = new();
    private Stream _stream;
    private PipeReader _reader;
    private long _lookedAt = -1;
    private volatile bool _interrupted;
    private volatile bool _woken;

    /// <summary>Takes a connected socket over.</summary>
    /// <remarks>It is disposed with the connection. The idle timeout is infinite where each step has its own deadline.</remarks>
    public Connection(Socket socket, TimeSpan idleTimeout, TimeProvider time)
    {
        _socket = socket;

        // The stream first: it wants a socket that nobody has found to be gone.
        _stream = new NetworkStream(socket, ownsSocket: false);
        (Local, Remote) = SocketEnds.Prepare(socket);
        _reader = ReaderOf(_stream);
        _time = time;
        _idleTimeout = idleTimeout;
        _silence = new SilenceTimer(idleTimeout, time, () => _reader.CancelPendingRead());
    }

    /// <summary>What the last read gave; it stays until <see cref="Advance"/>.</summary>
    public ReadOnlySequence<byte> Input { get; private set; }

    /// <summary>Where answers are written to; sent by the next read that waits.</summary>
    public IBufferWriter<byte> Output => _output.Writer;

    /// <summary>Who is at the other end.</summary>
    public EndPoint? Remote { get; }

    /// <summary>Our own end.</summary>
    public EndPoint? Local { get; }

    /// <summary>Cancelled when the connection was cut.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>How many octets were read and done with; those of TLS itself are not counted.</summary>
    public long OctetsReceived { get; private set; }

    /// <summary>How many octets were sent; those of TLS itself are not counted.</summary>
    public long OctetsSent => _output.Sent;

    /// <summary>Why it can't be used any more; <see langword="null"/> while it can, and after an orderly end.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The stream that octets go through now: for a TLS handshake, which then gives another one to <see cref="Secure"/>.</summary>
    public Stream Stream => _stream;

    /// <summary>Waits until there are octets that were not looked at, and counts the wait against a step beside the idle timeout.</summary>
    public async ValueTask<ReadStatus> ReadAsync(StepDeadline? step)
    {
        var started = _time.GetTimestamp();
        var status = await ReadAsync(step?.Left ?? Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        step?.Spend(_time.GetElapsedTime(started));
        return status;
    }

    /// <summary>Waits until there are octets that were not looked at, at most for a time beside the idle timeout.</summary>
    public async ValueTask<ReadStatus> ReadAsync(TimeSpan atMost)
    {
        while (true)
        {
            if (_interrupted || _woken)
            {
                _woken = false;
                return ReadStatus.Interrupted;
            }

            if (_output.Waiting > ConnectionOutput.FlushAbove && !await FlushAsync(atMost).ConfigureAwait(false))
            {
                return AfterFault();
            }

            if (!_reader.TryRead(out var result))
            {
                if (!await FlushAsync(atMost).ConfigureAwait(false) || await WaitAsync(atMost).ConfigureAwait(false) is not { } waited)
                {
                    return AfterFault();
                }

                result = waited;
            }

            Input = result.Buffer;
            if (_silence.TakeElapsed())
            {
                _reader.AdvanceTo(result.Buffer.Start);
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
        var left = Input.Slice(consumed).Length;
        OctetsReceived += Input.Length - left;
        _lookedAt = wantsMore ? left : -1;
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

    /// <summary>Goes on through another stream, which encrypts what goes through this one.</summary>
    /// <remarks>Call it only while <see cref="HasUnreadInput"/> says no and nothing waits to be sent.</remarks>
    /// <param name="secured">The stream of the handshake; disposed with the connection.</param>
    public void Secure(Stream secured)
    {
        _reader.Complete();
        _stream = secured;
        _reader = ReaderOf(secured);
        _lookedAt = -1;
    }

    /// <summary>Sends what was written, at most for a time beside the idle timeout.</summary>
    /// <returns><see langword="false"/> when the other side can't be reached any more; <see cref="Fault"/> says why.</returns>
    public async ValueTask<bool> FlushAsync(TimeSpan atMost)
    {
        if (_output.Waiting == 0)
        {
            return !_aborted.IsCancellationRequested;
        }

        // The clock of the other side's silence starts when it can have read our words, not when we were asked.
        _silence.Mark();
        var fault = await _output.FlushAsync(_stream, Patience.Shorter(_idleTimeout, atMost), _time, Abort, _aborted.Token).ConfigureAwait(false);
        Fault ??= fault;
        return fault is null;
    }

    /// <summary>Ends the conversation: the read that waits, and each later one, gives <see cref="ReadStatus.Interrupted"/>.</summary>
    public void Interrupt()
    {
        _interrupted = true;
        _reader.CancelPendingRead();
    }

    /// <summary>Ends one wait: the read that waits, or the next one, gives <see cref="ReadStatus.Interrupted"/>; later ones go on.</summary>
    public void Wake()
    {
        _woken = true;
        _reader.CancelPendingRead();
    }

    /// <summary>Takes back a <see cref="Wake"/> that came too late.</summary>
    public void Unwake() => _woken = false;

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
        if (await FlushAsync(Timeout.InfiniteTimeSpan).ConfigureAwait(false))
        {
            await Farewell.SayAsync(_socket, linger, _time, () => _interrupted, _aborted.Token).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _silence.DisposeAsync().ConfigureAwait(false);
        await _reader.CompleteAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        _socket.Dispose();
    }

    private static PipeReader ReaderOf(Stream stream) =>
        PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true, useZeroByteReads: true));

    private ReadStatus AfterFault() => Fault is TimeoutException ? ReadStatus.TimedOut : ReadStatus.Closed;

    private async ValueTask<ReadResult?> WaitAsync(TimeSpan atMost)
    {
        _silence.Begin(atMost);
        try
        {
            return await _reader.ReadAsync(_aborted.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (ConnectionFaults.AreGone(exception))
        {
            Fault ??= exception;
            return null;
        }
        finally
        {
            _silence.End();
        }
    }
}
