using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The octets of one literal.</summary>
/// <remarks>Each piece must come within the deadline of a command, and all of them within that of a transfer.</remarks>
/// <param name="scanner">Where they come from; it stands behind the head of the literal.</param>
/// <param name="length">How many there are.</param>
/// <param name="deadlines">How long they may take.</param>
internal sealed class ImapLiteralStream(ImapScanner scanner, long length, StepDeadlines deadlines) : IncomingStream
{
    private readonly StepDeadline _step = new(scanner.Step.Name, deadlines.Command, new StepDeadline(scanner.Step.Name, deadlines.Transfer));
    private long _left = length;

    /// <inheritdoc/>
    protected override async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int atMost)
    {
        if (_left == 0)
        {
            return default;
        }

        var around = scanner.Step;
        scanner.Step = _step;
        var octets = await scanner.TakeOctetsAsync(Math.Min(atMost, _left)).ConfigureAwait(false);
        scanner.Step = around;
        _step.Restart();
        _left -= octets.Length;
        return octets;
    }
}
