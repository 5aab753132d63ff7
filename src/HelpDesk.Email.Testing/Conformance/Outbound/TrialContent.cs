using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>The content of a mail that can only be read as a stream, and knows what is done with it.</summary>
/// <param name="octets">What it holds.</param>
/// <param name="onRead">Told the position after each read of a stream; may throw in its reader's face.</param>
internal sealed class TrialContent(ReadOnlyMemory<byte> octets, Action<long>? onRead = null) : MailContent
{
    private int _open;

    public override long Length => octets.Length;

    public ReadOnlyMemory<byte> Octets => octets;

    /// <summary>How many streams are open.</summary>
    public int Open => Volatile.Read(ref _open);

    public bool IsDisposed { get; private set; }

    public override Stream OpenRead()
    {
        Interlocked.Increment(ref _open);
        return new TrialStream(octets, position => onRead?.Invoke(position), () => Interlocked.Decrement(ref _open));
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
