using HelpDesk.Email.Protocols.Wire;
using MailKit;

namespace HelpDesk.Email.MailKit.Connecting;

/// <summary>Remembers what the server said last: exceptions of the library leave response codes out, and a goodbye's answer altogether.</summary>
/// <remarks>Nothing is written anywhere. For one connection.</remarks>
internal sealed class ServerWords : IProtocolLogger
{
    private const int Most = 2048;

    private readonly byte[] _tail = new byte[Most];
    private int _length;

    /// <inheritdoc/>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The last line; empty for none.</summary>
    public string LastLine => Lines().LastOrDefault(string.Empty);

    /// <summary>Whether one of the last lines begins so.</summary>
    public bool Said(string beginning) => Lines().Any(line => line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was said until now is of no interest any more.</summary>
    public void Forget() => _length = 0;

    /// <inheritdoc/>
    public void LogServer(byte[] buffer, int offset, int count)
    {
        var added = Math.Min(count, Most);
        var kept = Math.Min(_length, Most - added);
        _tail.AsSpan(_length - kept, kept).CopyTo(_tail);
        buffer.AsSpan(offset + count - added, added).CopyTo(_tail.AsSpan(kept));
        _length = kept + added;
    }

    /// <inheritdoc/>
    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    /// <inheritdoc/>
    public void LogConnect(Uri uri) => Forget();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // Each by itself: decoding makes blanks of line ends.
    private List<string> Lines()
    {
        var lines = new List<string>();
        var said = _tail.AsSpan(0, _length);
        foreach (var range in said.Split((byte)'\n'))
        {
            if (ServerText.Decode(said[range]).Trim() is { Length: > 0 } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
