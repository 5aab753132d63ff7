using System.Buffers;
using System.Text;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The octets of an IMAP server as something to read from: one octet ahead, runs of octets, and the octets of literals.</summary>
/// <remarks>
/// Nothing is looked at twice, however the octets arrive, so reading is linear. What is not a literal is counted against
/// <see cref="MostText"/>, in a list against <see cref="MostList"/>. For one caller at a time.
/// </remarks>
/// <param name="connection">Where they come from.</param>
internal sealed class ImapScanner(ClientConnection connection)
{
    /// <summary>The longest word, quoted string or line of text.</summary>
    public const int MostText = 64 * 1024;

    /// <summary>The longest response that is a list, without its literals: two million numbers of seven digits.</summary>
    public const int MostList = 16 << 20;

    private const int MostTrace = 1000;

    private readonly ArrayBufferWriter<byte> _run = new();
    private readonly StringBuilder _trace = new();
    private ReadOnlyMemory<byte> _window;
    private int _at;
    private bool _holds;
    private int _budget = MostText;

    /// <summary>How long the next octets may take.</summary>
    public StepDeadline Step { get; set; } = new("greeting", Timeout.InfiniteTimeSpan);

    /// <summary>Whether there are octets that came already and were not read.</summary>
    public bool HasWindow => _at < _window.Length;

    /// <summary>A new response begins.</summary>
    public void Begin() => _budget = MostText;

    /// <summary>The response is a list and may be long.</summary>
    public void ExpectList() => _budget = MostList;

    /// <summary>The next octet, which stays.</summary>
    public ValueTask<byte> PeekAsync() => _at < _window.Length ? new(_window.Span[_at]) : FillAndPeekAsync();

    /// <summary>Takes the octet that was looked at.</summary>
    public void Take() => Consume(1);

    /// <summary>Takes octets up to one of some, which stays.</summary>
    /// <returns>The octets; good until the next call.</returns>
    public ValueTask<ReadOnlyMemory<byte>> TakeUntilAsync(SearchValues<byte> ends)
    {
        var length = _window.Span[_at..].IndexOfAny(ends);
        if (length < 0)
        {
            return TakePiecesUntilAsync(ends);
        }

        var run = _window.Slice(_at, length);
        Consume(length);
        return new(run);
    }

    /// <summary>Takes octets up to one of some, which stays, and forgets them; however many they are.</summary>
    public async ValueTask SkipUntilAsync(SearchValues<byte> ends)
    {
        while (true)
        {
            await PeekAsync().ConfigureAwait(false);
            var length = _window.Span[_at..].IndexOfAny(ends);
            Consume(length < 0 ? _window.Length - _at : length);
            if (length >= 0)
            {
                return;
            }
        }
    }

    /// <summary>Takes octets of a literal.</summary>
    /// <returns>At least one, and at most so many as there is room for; good until the next call.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> TakeOctetsAsync(long atMost)
    {
        await PeekAsync().ConfigureAwait(false);
        var octets = _window.Slice(_at, (int)Math.Min(atMost, _window.Length - _at));
        _at += octets.Length;
        return octets;
    }

    /// <summary>The line has ended: tells the log what it was.</summary>
    public void EndLine()
    {
        if (_trace.Length > 0)
        {
            connection.Log.Server(_trace.ToString());
            _trace.Clear();
        }
    }

    /// <summary>Adds to what the log is told, for instance that a literal stood here.</summary>
    public void Remark(string text)
    {
        if (connection.Log.IsTracing)
        {
            _trace.Append(text);
        }
    }

    /// <summary>Waits for the first octet of the next response; that none comes is no failure.</summary>
    public async ValueTask<ReadStatus> WaitAsync(StepDeadline atMost)
    {
        if (HasWindow)
        {
            return ReadStatus.Data;
        }

        Release();
        var status = await connection.Wire.ReadAsync(atMost).ConfigureAwait(false);
        if (status == ReadStatus.Data)
        {
            Hold();
        }

        return status;
    }

    /// <summary>Gives everything back that was not read: somebody else wants to look at the connection.</summary>
    public void Release()
    {
        if (_holds)
        {
            connection.Wire.Advance(connection.Wire.Input.GetPosition(_at), wantsMore: false);
            _holds = false;
            _window = default;
            _at = 0;
        }
    }

    /// <summary>The exception for a server that breaks the protocol.</summary>
    public MailProtocolException Violation(string what) => connection.Fail(MailFailure.ProtocolViolation, Step.Name, what);

    /// <summary>The exception for a server that sends or announces too much.</summary>
    public MailProtocolException TooMuch(string what) => connection.Fail(MailFailure.LimitExceeded, Step.Name, what);

    private async ValueTask<byte> FillAndPeekAsync()
    {
        do
        {
            Release();
            await connection.ReadAsync(Step).ConfigureAwait(false);
            Hold();
        }
        while (_window.IsEmpty);

        return _window.Span[0];
    }

    private async ValueTask<ReadOnlyMemory<byte>> TakePiecesUntilAsync(SearchValues<byte> ends)
    {
        _run.ResetWrittenCount();
        while (true)
        {
            await PeekAsync().ConfigureAwait(false);
            var rest = _window.Span[_at..];
            var length = rest.IndexOfAny(ends);
            var piece = length < 0 ? rest : rest[..length];
            if (_run.WrittenCount + piece.Length > MostText)
            {
                throw TooMuch("the server sent a word without end");
            }

            _run.Write(piece);
            Consume(piece.Length);
            if (length >= 0)
            {
                return _run.WrittenMemory;
            }
        }
    }

    private void Hold()
    {
        // The first piece alone; the others follow when it is used up.
        var input = connection.Wire.Input;
        _window = input.First;
        if (_window.IsEmpty && !input.IsEmpty)
        {
            var position = input.Start;
            while (input.TryGet(ref position, out _window) && _window.IsEmpty)
            {
            }
        }

        _at = 0;
        _holds = true;
    }

    private void Consume(int count)
    {
        if ((_budget -= count) < 0)
        {
            throw TooMuch("the server sent a line that is too long");
        }

        if (connection.Log.IsTracing && _trace.Length < MostTrace)
        {
            _trace.Append(ServerText.Decode(_window.Span.Slice(_at, Math.Min(count, MostTrace))));
        }

        _at += count;
    }
}
