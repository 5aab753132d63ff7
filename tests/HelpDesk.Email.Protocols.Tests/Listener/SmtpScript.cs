using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Email.Protocols.Tests.Listener;

/// <summary>A client that plays a transcript, octet for octet.</summary>
/// <remarks>
/// <c>C: text</c> sends a line with CR LF; lines that follow each other leave in one segment. <c>C~ text</c> sends the text
/// with its escapes (<c>\r \n \t \0 \xHH \\</c>) and nothing after it. <c>S: text</c> is a line that the server must say, where
/// a <c>*</c> at the end stands for anything. <c>S: (closed)</c> is the end of the connection.
/// </remarks>
internal sealed partial class SmtpScript : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    private SmtpScript(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public static async Task<SmtpScript> ConnectAsync(EndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endPoint).WaitAsync(Guard);
        return new SmtpScript(socket);
    }

    public async Task PlayAsync(string transcript)
    {
        var pending = new List<byte>();
        foreach (var line in transcript.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Length > 3 ? line[3..] : string.Empty;
            switch (line[..Math.Min(2, line.Length)])
            {
                case "C:":
                    pending.AddRange([.. Encoding.UTF8.GetBytes(words), .. "\r\n"u8]);
                    break;
                case "C~":
                    pending.AddRange(Unescape(words));
                    break;
                case "S:":
                    await SendAsync(pending.ToArray());
                    pending.Clear();
                    await ExpectAsync(words);
                    break;
                default:
                    throw new ArgumentException($"A line of a transcript starts with C:, C~ or S:, not '{line}'.", nameof(transcript));
            }
        }

        await SendAsync(pending.ToArray());
    }

    public async Task SendAsync(ReadOnlyMemory<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            octets = octets[await Socket.SendAsync(octets).AsTask().WaitAsync(Guard)..];
        }
    }

    /// <summary>Sends octets in segments of one each.</summary>
    public async Task TrickleAsync(string text)
    {
        foreach (var octet in Encoding.Latin1.GetBytes(text))
        {
            await SendAsync(new[] { octet });
        }
    }

    /// <summary>The next line that the server says; <see langword="null"/> when it closed the connection.</summary>
    public async Task<string?> ReadLineAsync()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, length);
                _start += length + 2;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var received = await ReceiveAsync();
            if (received == 0)
            {
                Assert.Equal(0, _end);
                return null;
            }

            _end += received;
        }
    }

    public void Dispose() => Socket.Dispose();

    private async Task<int> ReceiveAsync()
    {
        try
        {
            return await Socket.ReceiveAsync(_buffer.AsMemory(_end)).AsTask().WaitAsync(Guard);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            return 0;
        }
    }

    private async Task ExpectAsync(string words)
    {
        var said = await ReadLineAsync() ?? "(closed)";
        if (words.EndsWith('*'))
        {
            Assert.StartsWith(words[..^1], said, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(words, said);
        }
    }

    private static byte[] Unescape(string text) => Encoding.Latin1.GetBytes(Escapes().Replace(text, match => match.Value[1] switch
    {
        'r' => "\r",
        'n' => "\n",
        't' => "\t",
        '0' => "\0",
        'x' => ((char)Convert.ToInt32(match.Value[2..], 16)).ToString(),
        var other => other.ToString(),
    }));

    [GeneratedRegex(@"\\(x[0-9A-Fa-f]{2}|.)")]
    private static partial Regex Escapes();
}
