using HelpDesk.Email.Messages;

namespace HelpDesk.Email.InMemory.Octets;

/// <summary>Octets that a store holds: whoever was given them may dispose them without harm.</summary>
internal sealed class HeldContent : MailContent
{
    private readonly MailContent _octets;

    public HeldContent(MailContent octets)
    {
        _octets = octets;
        SetHash(octets.Hash);
    }

    /// <summary>How many have staged it and did not drop it yet; touched under the lock of the <see cref="OctetStore"/> alone.</summary>
    public int Stagings { get; set; } = 1;

    public override long Length => _octets.Length;

    public override Stream OpenRead() => _octets.OpenRead();

    public override bool TryGetMemory(out ReadOnlyMemory<byte> octets) => _octets.TryGetMemory(out octets);

    /// <summary>Lets the octets go for good: the store's business alone.</summary>
    public void Discard() => _octets.Dispose();
}
