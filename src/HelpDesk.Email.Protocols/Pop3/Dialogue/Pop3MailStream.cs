using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The octets of one mail, up to the dot that ends it and without its stuffing.</summary>
/// <remarks>Each piece must come within the deadline of a command, and all of them within that of a transfer.</remarks>
/// <param name="connection">Where they come from.</param>
/// <param name="verb">The command, which names the step.</param>
/// <param name="atMost">How many octets there may be.</param>
internal sealed class Pop3MailStream(ClientConnection connection, string verb, long atMost) : IncomingStream
{
    private const int PieceLength = 16 * 1024;

    private readonly StepDeadline _step = new(verb, connection.Server.Deadlines.Command, new StepDeadline(verb, connection.Server.Deadlines.Transfer));
    private readonly DotDecoder _decoder = new();
    private readonly byte[] _octets = new byte[PieceLength + 1];
    private int _at;
    private int _end;
    private long _total;
    private bool _ended;

    /// <inheritdoc/>
    protected override async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int atMost)
    {
        while (_at == _end && !_ended)
        {
            await connection.ReadAsync(_step).ConfigureAwait(false);
            _step.Restart();
            Decode();
        }

        var octets = _octets.AsMemory(_at, Math.Min(atMost, _end - _at));
        _at += octets.Length;
        return octets;
    }

    private void Decode()
    {
        var input = connection.Wire.Input;
        var piece = input.FirstSpan;
        _ended = _decoder.Decode(piece[..Math.Min(piece.Length, PieceLength)], _octets, out var consumed, out _end);
        _at = 0;
        connection.Wire.Advance(input.GetPosition(consumed), wantsMore: false);
        if ((_total += _end) > atMost)
        {
            throw connection.Fail(MailFailure.LimitExceeded, verb, $"the server sent a mail of more than {atMost} octets");
        }
    }
}
