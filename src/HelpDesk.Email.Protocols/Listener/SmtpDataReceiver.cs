using System.Buffers;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Wire;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>Takes the octets of a mail off the wire, exactly as they were sent, without the dots of the wire.</summary>
/// <param name="connection">Where they come from.</param>
/// <param name="connectionNumber">What the log calls the connection.</param>
/// <param name="maxOctets">The longest mail.</param>
/// <param name="spoolFolder">Where long mails are kept meanwhile.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where refusals are told.</param>
internal sealed class SmtpDataReceiver(Connection connection, long connectionNumber, long maxOctets, string? spoolFolder, TimeProvider time, ILogger logger)
{
    /// <summary>How long a mail may take from its first octet to its last.</summary>
    /// <remarks>25 MB in it are 14 kB a second, a slow mobile line.</remarks>
    internal static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);

    private const int ChunkLength = 16 * 1024;

    /// <summary>How many octets are read in all, the mail and what is thrown away after it.</summary>
    private long ReadAtMost => Math.Max(100L << 20, maxOctets > long.MaxValue / 4 ? long.MaxValue : 4 * maxOctets);

    /// <summary>Reads up to the end of the mail. A mail that is too long, or that can't be spooled, is read and thrown away.</summary>
    public async ValueTask<SmtpData> ReceiveAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var decoder = new DotDecoder();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength + 1);
        var writer = new MailContentWriter(spoolFolder);
        try
        {
            SmtpReply? refusal = null;
            var length = 0L;
            while (true)
            {
                var left = Deadline - time.GetElapsedTime(started);
                var status = left > TimeSpan.Zero ? await connection.ReadAsync(left).ConfigureAwait(false) : ReadStatus.TimedOut;
                if (status != ReadStatus.Data)
                {
                    return new SmtpData(status);
                }

                var input = connection.Input;
                var (ended, done) = (false, 0L);
                foreach (var segment in input)
                {
                    for (var rest = segment; !ended && !rest.IsEmpty;)
                    {
                        ended = decoder.Decode(rest.Span[..Math.Min(rest.Length, ChunkLength)], chunk, out var consumed, out var written);
                        rest = rest[consumed..];
                        done += consumed;
                        length += written;
                        refusal ??= length > maxOctets ? SmtpReplies.TooBig : await TryWriteAsync(writer, chunk.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
                    }
                }

                connection.Advance(input.GetPosition(done), wantsMore: false);
                if (ended && refusal is null)
                {
                    return new SmtpData(ReadStatus.Data, writer.Complete());
                }

                if (ended || length > ReadAtMost)
                {
                    SmtpListenerLog.Refused(logger, connectionNumber, refusal!.Code, length, maxOctets);
                    return new SmtpData(ReadStatus.Data, Refusal: ended ? refusal : SmtpReplies.TooBigByFar);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<SmtpReply?> TryWriteAsync(MailContentWriter writer, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The client is told at the end of the mail: until then it does not listen.
            SmtpListenerLog.SpoolFailed(logger, exception, connectionNumber);
            return SmtpReplies.SpoolFailed;
        }
    }
}
