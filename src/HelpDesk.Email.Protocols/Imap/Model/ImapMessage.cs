namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>What a server tells about one mail (RFC 9051 section 7.5.2); what was not asked for, or not told, is <see langword="null"/>.</summary>
/// <param name="Uid">Its number, unique in its folder as long as UIDVALIDITY stays.</param>
public sealed record ImapMessage(uint Uid)
{
    /// <summary>RFC822.SIZE: how many octets it has by the server's own word, which is not always true.</summary>
    public long? Size { get; init; }

    /// <summary>When it came into the mailbox, as far as the server knows.</summary>
    public DateTimeOffset? InternalDate { get; init; }

    /// <summary>Its flags, for instance <c>\Seen</c>.</summary>
    public IReadOnlyList<string>? Flags { get; init; }

    /// <summary>Its modification sequence (RFC 7162).</summary>
    public long? ModSeq { get; init; }

    /// <summary>The octets of the header fields that were asked for, with the empty line after them.</summary>
    public ReadOnlyMemory<byte>? HeaderFields { get; init; }
}
