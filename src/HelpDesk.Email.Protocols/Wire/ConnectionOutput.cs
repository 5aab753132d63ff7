using System.Buffers;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>What is written to a connection and was not sent yet. For one caller at a time.</summary>
internal sealed class ConnectionOutput
{
    /// <summary>From how many octets on there is no point in collecting more.</summary>
    public const int FlushAbove = 16 * 1024;

    private ArrayBufferWriter<byte> _octets = new();

    /// <summary>Where it is written to.</summary>
    public IBufferWriter<byte> Writer => _octets;

    /// <summary>How many octets wait.</summary>
    public int Waiting => _octets.WrittenCount;

    /// <summary>How many octets were sent so far.</summary>
    public long Sent { get; private set; }

    /// <summary>Sends what waits.</summary>
    /// <param name="stream">Where it goes to.</param>
    /// <param name="atMost">How long that may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="abort">Cuts the connection, which is what ends a write that hangs.</param>
    /// <param name="aborted">Cancelled once it is cut.</param>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    public async ValueTask<Exception?> FlushAsync(Stream stream, TimeSpan atMost, TimeProvider time, Action abort, CancellationToken aborted)
    {
        var sending = Task.CompletedTask;
        try
        {
            // Where the connection was cut a moment ago, a stream may throw here and not in its task.
            sending = stream.WriteAsync(_octets.WrittenMemory, aborted).AsTask();
            await sending.WaitAsync(atMost, time, CancellationToken.None).ConfigureAwait(false);
            Sent += _octets.WrittenCount;
            return null;
        }
        catch (Exception exception) when (ConnectionFaults.AreGone(exception) || exception is TimeoutException)
        {
            abort();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return exception;
        }
        finally
        {
            if (_octets.Capacity > 4 * FlushAbove)
            {
                _octets = new ArrayBufferWriter<byte>();
            }
            else
            {
                _octets.ResetWrittenCount();
            }
        }
    }
}
