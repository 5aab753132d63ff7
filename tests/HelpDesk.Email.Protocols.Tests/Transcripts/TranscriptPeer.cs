using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>Plays the server's part of one connection.</summary>
internal sealed partial class TranscriptPeer(Socket socket, TranscriptServer server) : IAsyncDisposable
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly byte[] _one = new byte[1];
    private Stream _stream = new NetworkStream(socket, ownsSocket: false);

    public async Task PlayAsync(IReadOnlyList<TranscriptStep> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            if (server.Sent >= server.CutAfter)
            {
                return;
            }

            server.At = step.Line;
            switch (step.Kind)
            {
                case TranscriptStepKind.ServerLine:
                    await SendAsync(Encoding.UTF8.GetBytes(Filled(step.Words) + "\r\n"), cancellationToken);
                    break;
                case TranscriptStepKind.ServerOctets:
                    await SendAsync(Transcript.Octets(Filled(step.Words)), cancellationToken);
                    break;
                case TranscriptStepKind.ServerMany:
                    await SendManyAsync(step.Words, cancellationToken);
                    break;
                case TranscriptStepKind.ServerMail:
                    await SendAsync(server.Mails[step.Words], cancellationToken);
                    break;
                case TranscriptStepKind.ClientLine:
                    await HearLineAsync(step, cancellationToken);
                    break;
                case TranscriptStepKind.ClientOctets:
                    await HearOctetsAsync(step, cancellationToken);
                    break;
                case TranscriptStepKind.Tls:
                    await ShakeHandsAsync(cancellationToken);
                    break;
                case TranscriptStepKind.Wait:
                    await server.Gate(step.Words).Task.WaitAsync(cancellationToken);
                    break;
                case TranscriptStepKind.Silence:
                    server.FallSilent();
                    await HearNothingAsync(cancellationToken);
                    return;
                case TranscriptStepKind.Reset:
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                    socket.Dispose();
                    return;
                default:
                    return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        socket.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        octets = octets[..Math.Min(octets.Length, server.CutAfter - server.Sent)];
        server.Sent += octets.Length;
        if (server.PieceLength == 0)
        {
            await _stream.WriteAsync(octets, cancellationToken);
            return;
        }

        // Whatever the pieces are: the client must read the same.
        for (; !octets.IsEmpty; octets = octets[Math.Min(server.PieceLength, octets.Length)..])
        {
            await _stream.WriteAsync(octets[..Math.Min(server.PieceLength, octets.Length)], cancellationToken);
        }
    }

    private async Task SendManyAsync(string words, CancellationToken cancellationToken)
    {
        var (count, text) = (words[..words.IndexOf(' ', StringComparison.Ordinal)], words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var one = Transcript.Octets(text);
        var piece = Math.Max(1, 64 * 1024 / one.Length);
        var octets = new byte[piece * one.Length];
        for (var i = 0; i < piece; i++)
        {
            one.CopyTo(octets, i * one.Length);
        }

        for (var left = long.Parse(count, CultureInfo.InvariantCulture); left > 0; left -= piece)
        {
            await SendAsync(octets.AsMemory(0, (int)Math.Min(piece, left) * one.Length), cancellationToken);
        }
    }

    private async Task HearLineAsync(TranscriptStep step, CancellationToken cancellationToken)
    {
        var said = await ReadLineAsync(step, cancellationToken);
        server.Said.Enqueue(said);
        var expected = Base64().Replace(step.Words, match => Convert.ToBase64String(Transcript.Octets(match.Groups[1].Value)));

        // A word in braces stands for whatever the client says there, and is kept.
        if (Word().Match(expected) is { Success: true } word && word.Index == 0)
        {
            _words[word.Groups[1].Value] = said.Split(' ')[0];
            expected = _words[word.Groups[1].Value] + expected[word.Length..];
        }

        var fits = expected.EndsWith('*') ? said.StartsWith(expected[..^1], StringComparison.Ordinal) : said == expected;
        if (!fits)
        {
            throw new TranscriptException(step, $"the client said '{said}' instead of '{expected}'");
        }
    }

    private async Task<string> ReadLineAsync(TranscriptStep step, CancellationToken cancellationToken)
    {
        var octets = new List<byte>();
        while (true)
        {
            if (await _stream.ReadAsync(_one, cancellationToken) == 0)
            {
                throw new TranscriptException(step, "the client went instead of saying it", isGone: true);
            }

            octets.Add(_one[0]);
            if (octets is [.., (byte)'\r', (byte)'\n'])
            {
                return Encoding.UTF8.GetString([.. octets.SkipLast(2)]);
            }
        }
    }

    private async Task HearOctetsAsync(TranscriptStep step, CancellationToken cancellationToken)
    {
        var expected = Transcript.Octets(step.Words);
        var said = new byte[expected.Length];
        await _stream.ReadExactlyAsync(said, cancellationToken);
        if (!said.AsSpan().SequenceEqual(expected))
        {
            throw new TranscriptException(step, $"the client sent '{Encoding.Latin1.GetString(said)}'");
        }
    }

    private async Task HearNothingAsync(CancellationToken cancellationToken)
    {
        while (await _stream.ReadAsync(_one, cancellationToken) > 0)
        {
        }
    }

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        var secured = new SslStream(_stream);
        await secured.AuthenticateAsServerAsync(server.TlsOptions ?? throw new InvalidOperationException("The test gave no certificate."), cancellationToken);
        _stream = secured;
    }

    private string Filled(string words) => Word().Replace(words, match => _words.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex(@"\{([a-z]+\d?)\}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{base64 ([^}]*)\}")]
    private static partial Regex Base64();
}
