using System.Text;

namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>One client's line: what it says is read by lines, what is answered leaves when the next read has to wait.</summary>
/// <param name="stream">The connection.</param>
/// <param name="said">Gets all that the client says.</param>
/// <param name="waits">Told before each wait.</param>
internal sealed class StubLine(Stream stream, Stream said, Action waits) : IDisposable
{
    private readonly byte[] _input = new byte[64 * 1024];
    private readonly BufferedStream _output = new(stream, 64 * 1024);
    private int _start;
    private int _end;

    /// <summary>The next line without its end; <see langword="null"/> when the client went.</summary>
    public async ValueTask<string?> ReadAsync()
    {
        var text = new StringBuilder();
        while (true)
        {
            var end = Array.IndexOf(_input, (byte)'\n', _start, _end - _start);
            if (end >= 0)
            {
                text.Append(Encoding.UTF8.GetString(_input, _start, end - _start));
                _start = end + 1;
                return text.ToString().TrimEnd('\r');
            }

            text.Append(Encoding.UTF8.GetString(_input, _start, _end - _start));
            if (!await FillAsync())
            {
                return null;
            }
        }
    }

    /// <summary>Passes over a mail up to its dot.</summary>
    public async ValueTask SkipMailAsync()
    {
        var seen = 0;
        var mark = "\r\n.\r\n"u8.ToArray();
        while (true)
        {
            while (_start < _end)
            {
                var octet = _input[_start++];
                seen = octet == mark[seen] ? seen + 1 : octet == mark[0] ? 1 : 0;
                if (seen == mark.Length)
                {
                    return;
                }
            }

            if (!await FillAsync())
            {
                throw new EndOfStreamException();
            }
        }
    }

    public async ValueTask SayAsync(string line) => await SayAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

    public ValueTask SayAsync(ReadOnlyMemory<byte> octets) => _output.WriteAsync(octets);

    public void Dispose() => _output.Dispose();

    private async ValueTask<bool> FillAsync()
    {
        await _output.FlushAsync();
        waits();
        _start = 0;
        _end = await stream.ReadAsync(_input);
        await said.WriteAsync(_input.AsMemory(0, _end));
        return _end > 0;
    }
}
