using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>The name of a mail for ever: what the server calls it and what it holds, because servers use names again.</summary>
/// <param name="Tag">The account, as <see cref="Accounts.MailAccount.TagOf"/> makes it.</param>
/// <param name="Hash">The first half of the SHA-256 of its octets, hexadecimal.</param>
/// <param name="Name">What UIDL calls it; empty where the server has no name for it alone.</param>
internal readonly record struct Pop3Receipt(string Tag, string Hash, string Name)
{
    private const string Version = "pop1";
    private const int HashLength = 32;

    /// <summary>The receipt of a mail.</summary>
    public static Pop3Receipt Of(string tag, string contentHash, string? name) => new(tag, contentHash[..HashLength], name ?? string.Empty);

    /// <summary>Whether octets with this hash are those that it means.</summary>
    public bool IsOf(string contentHash) => contentHash.StartsWith(Hash, StringComparison.Ordinal);

    /// <summary>As it is stored.</summary>
    public MailReceipt ToReceipt() => new($"{Version}:{Tag}:{Hash}:{Name}");

    /// <summary>Reads one of ours; one of another kind of source is none.</summary>
    public static bool TryRead(MailReceipt receipt, out Pop3Receipt read)
    {
        // A name may hold colons.
        var words = receipt.Key?.Split(':', 4) ?? [];
        read = words is [Version, var tag, { Length: HashLength } hash, var name] ? new(tag, hash, name) : default;
        return read.Hash is not null;
    }
}
