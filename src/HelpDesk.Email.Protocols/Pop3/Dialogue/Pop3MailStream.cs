using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The octets of one mail, up to the dot that ends it and without its stuffing.</summary>
/// <remarks>Each piece must come within the deadline of a command, and all of them within that of a transfer.</remarks>
/// <param name="session">Where they come from; one mail at a time.</param>
/// <param name="verb">The command, which names the step.</param>
/// <param name="atMost">How many octets there may be.</param>
internal sealed class Pop3MailStream(Pop3Session session, string verb, long atMost) : IncomingStream
{
    private readonly StepDeadline _step = new(verb, session.Connection.Server.Deadlines.Command, new StepDeadline(verb, session.Connection.Server.Deadlines.Transfer));
    private readonly DotDecoder _decoder = new();
    private readonly byte[] _octets = session.Scratch;
    private int _at;
    private int _end;
    private long _total;
    private bool _ended;

    /// <inheritdoc/>
    protected override async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int atMost)
    {
        while (_at == _end && !_ended)
        {
            await session.Connection.ReadAsync(_step).ConfigureAwait(false);
            _step.Restart();
            Decode();
        }

        var octets = _octets.AsMemory(_at, Math.Min(atMost, _end - _at));
        _at += octets.Length;
        return octets;
    }

    private void Decode()
    {
        var input = session.Connection.Wire.Input;
        var piece = input.FirstSpan;
        _ended = _decoder.Decode(piece[..Math.Min(piece.Length, _octets.Length - 1)], _octets, out var consumed, out _end);
        _at = 0;
        session.Connection.Wire.Advance(input.GetPosition(consumed), wantsMore: false);
        if ((_total += _end) > atMost)
        {
            throw session.Connection.Fail(MailFailure.LimitExceeded, verb, $"the server sent a mail of more than {atMost} octets");
        }
    }
}
