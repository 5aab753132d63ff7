using System.Text;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

/// <summary>One conversation of a <see cref="KeepingSmtpServer"/>.</summary>
internal sealed class KeepingSmtpTalk(KeepingSmtpServer server, Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly List<string> _recipients = [];
    private string? _sender;
    private int _start;
    private int _end;

    public async Task RunAsync()
    {
        await SayAsync("220 keeping.test");
        while (await HearAsync() is { } line)
        {
            var command = Encoding.UTF8.GetString(line);
            switch (command.Split(' ')[0])
            {
                case "EHLO" when server.Extensions.Count == 0:
                    await SayAsync("502 what?");
                    break;
                case "EHLO":
                    await SayAsync(string.Join("\r\n", server.Extensions.SkipLast(1).Prepend("keeping.test").Select(each => $"250-{each}").Append($"250 {server.Extensions[^1]}")));
                    break;
                case "MAIL":
                    _sender = PathOf(command);
                    _recipients.Clear();
                    await SayAsync("250 ok");
                    break;
                case "RCPT":
                    await SayAsync(AnswerTo(PathOf(command)));
                    break;
                case "DATA" when _recipients.Count == 0:
                    await SayAsync("554 no recipient");
                    break;
                case "DATA":
                    await SayAsync("354 go on");
                    server.Keep(new ArrivedMail(await HearMailAsync()) { ReversePath = _sender, Recipients = [.. _recipients] });
                    await SayAsync("250 kept");
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                case "RSET" or "NOOP" or "HELO":
                    await SayAsync("250 ok");
                    break;
                default:
                    await SayAsync("500 what?");
                    break;
            }
        }
    }

    private static string PathOf(string command) => command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];

    private string AnswerTo(string recipient)
    {
        if (recipient.StartsWith("gone@", StringComparison.Ordinal))
        {
            return "550 nobody of that name";
        }

        if (recipient.StartsWith("busy@", StringComparison.Ordinal))
        {
            return "450 the mailbox is busy";
        }

        if (_recipients.Count == server.MostRecipients)
        {
            return "452 too many recipients";
        }

        _recipients.Add(recipient);
        return "250 ok";
    }

    // In a file while it comes: the rules look at what the transport holds in memory, and this server is in the same process.
    private async Task<byte[]> HearMailAsync()
    {
        await using var mail = new FileStream(
            Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = _buffer.Length });
        while (await HearAsync() is { } line)
        {
            if (line is [(byte)'.'])
            {
                var octets = new byte[mail.Length];
                mail.Position = 0;
                await mail.ReadExactlyAsync(octets);
                return octets;
            }

            mail.Write(line.AsSpan(line is [(byte)'.', ..] ? 1 : 0));
            mail.Write("\r\n"u8);
        }

        throw new EndOfStreamException();
    }

    private async Task SayAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"));

    // The next line without its CR LF; null behind the last one.
    private async Task<byte[]?> HearAsync()
    {
        var line = new List<byte>();
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var count = at < 0 ? _end - _start : at + 1;
            line.AddRange(_buffer.AsSpan(_start, count));
            _start += count;
            if (line is [.., (byte)'\r', (byte)'\n'])
            {
                return [.. line.Take(line.Count - 2)];
            }

            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer));
                if (_end == 0)
                {
                    return null;
                }
            }
        }
    }
}
