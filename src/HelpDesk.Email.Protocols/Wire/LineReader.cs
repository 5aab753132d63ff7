using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>Reads the lines of a protocol, each as UTF-8 text.</summary>
/// <remarks>
/// Only CR LF ends a line. A line that ends with LF alone is taken off the wire but handed out as
/// <see cref="LineStatus.BareLineFeed"/>, so that its sender gets an answer and nothing that two servers could read
/// differently is ever obeyed (CVE-2023-51764).
/// </remarks>
/// <param name="connection">Where the octets come from.</param>
/// <param name="maxOctets">The longest line, with its CR LF; at most 16 kB.</param>
/// <param name="tolerant">Whether to take octets that are no UTF-8 for ISO-8859-1, and control characters for spaces. The words of
/// a server are for people and often written in its own language; the commands of a client are not.</param>
internal sealed class LineReader(Connection connection, int maxOctets, bool tolerant = false)
{
    private const int EndlessAbove = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The next line, within the idle timeout of the connection.</summary>
    public ValueTask<Line> NextAsync() => NextAsync(null);

    /// <summary>The next line.</summary>
    /// <param name="step">How long it may take; <see langword="null"/> for the idle timeout of the connection alone.</param>
    public async ValueTask<Line> NextAsync(StepDeadline? step)
    {
        var passedOver = 0L;
        while (true)
        {
            var status = await connection.ReadAsync(step).ConfigureAwait(false);
            if (status != ReadStatus.Data)
            {
                return new Line(status switch
                {
                    ReadStatus.TimedOut => LineStatus.TimedOut,
                    ReadStatus.Interrupted => LineStatus.Interrupted,
                    _ => LineStatus.Closed,
                }, string.Empty);
            }

            var input = connection.Input;
            if (input.PositionOf((byte)'\n') is { } lineFeed)
            {
                var end = input.GetPosition(1, lineFeed);
                var line = Read(input.Slice(0, end), passedOver);
                connection.Advance(end, wantsMore: false);
                return line;
            }

            if (passedOver == 0 && input.Length <= maxOctets)
            {
                connection.Advance(input.Start, wantsMore: true);
                continue;
            }

            passedOver += input.Length;
            connection.Advance(input.End, wantsMore: true);
            if (passedOver > EndlessAbove)
            {
                return new Line(LineStatus.Endless, string.Empty);
            }
        }
    }

    private Line Read(ReadOnlySequence<byte> octets, long passedOver)
    {
        if (passedOver + octets.Length > maxOctets)
        {
            return new Line(LineStatus.TooLong, string.Empty);
        }

        Span<byte> line = stackalloc byte[(int)octets.Length];
        octets.CopyTo(line);
        if (!line.EndsWith("\r\n"u8))
        {
            return new Line(LineStatus.BareLineFeed, string.Empty);
        }

        line = line[..^2];
        if (tolerant)
        {
            return new Line(LineStatus.Complete, ServerText.Decode(line));
        }

        return !line.ContainsAnyInRange((byte)0, (byte)0x1F) && !line.Contains((byte)0x7F) && TryDecode(line, out var text)
            ? new Line(LineStatus.Complete, text)
            : new Line(LineStatus.NoText, string.Empty);
    }

    private static bool TryDecode(ReadOnlySpan<byte> line, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(line);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = string.Empty;
            return false;
        }
    }
}
