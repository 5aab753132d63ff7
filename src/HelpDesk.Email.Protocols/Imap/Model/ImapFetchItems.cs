namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>What to ask about mails; their UID always comes too.</summary>
public sealed record ImapFetchItems
{
    /// <summary>RFC822.SIZE.</summary>
    public bool Size { get; init; }

    /// <summary>INTERNALDATE.</summary>
    public bool InternalDate { get; init; }

    /// <summary>FLAGS.</summary>
    public bool Flags { get; init; }

    /// <summary>The names of header fields, fetched without marking anything as read; empty for none.</summary>
    public IReadOnlyList<string> HeaderFields { get; init; } = [];

    /// <summary>The longest header that is taken, in octets; a longer one ends the connection.</summary>
    /// <value>The default is 256 kB.</value>
    public int MaxHeaderOctets { get; init; } = 256 * 1024;

    /// <summary>The longest mail that is taken, in octets; one that is announced longer is not read, and ends the connection.</summary>
    /// <value>The default is 100 MB. Ask for <see cref="Size"/> first to leave out mails that are too long.</value>
    public long MaxContentOctets { get; init; } = 100L << 20;
}
