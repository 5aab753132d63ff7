namespace HelpDesk.Email.Mime;

/// <summary>
/// What reading one message may cost. Over a limit the reader notes a <see cref="MailDefect"/>, leaves the excess out and
/// reads on: no limit makes a message unreadable. Immutable, safe to share between threads.
/// </summary>
public sealed record MailReadingLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static MailReadingLimits Default { get; } = new();

    /// <summary>The size, in octets, above which a message is noted as oversized; it is still read.</summary>
    /// <value>26,214,400 (25 MiB) by default.</value>
    public long MaxOctets { get; init; } = 25L * 1024 * 1024;

    /// <summary>How deep multiparts may stand in each other; a deeper one is left unopened, as an attachment.</summary>
    /// <value>30 by default.</value>
    public int MaxDepth { get; init; } = 30;

    /// <summary>How many parts a message may have; what follows the last one is left out.</summary>
    /// <value>1,000 by default.</value>
    public int MaxParts { get; init; } = 1000;

    /// <summary>How many header fields of one part are kept.</summary>
    /// <value>1,000 by default.</value>
    public int MaxHeaders { get; init; } = 1000;

    /// <summary>How many octets of the header of one part are kept. All parts together may keep four times as many.</summary>
    /// <value>262,144 (256 KiB) by default.</value>
    public int MaxHeaderBlockOctets { get; init; } = 256 * 1024;

    /// <summary>How many octets of one header field are kept, folding included.</summary>
    /// <value>65,536 (64 KiB) by default.</value>
    public int MaxHeaderOctets { get; init; } = 64 * 1024;

    /// <summary>How many addresses of one kind (To, Cc and so on) are read.</summary>
    /// <value>1,000 by default.</value>
    public int MaxAddresses { get; init; } = 1000;

    /// <summary>How many attachments are listed.</summary>
    /// <value>200 by default.</value>
    public int MaxAttachments { get; init; } = 200;

    /// <summary>How many message identifiers In-Reply-To and References may give each; the first and the last ones are kept.</summary>
    /// <value>100 by default.</value>
    public int MaxReferences { get; init; } = 100;

    /// <summary>How many encoded-words of one header field are decoded (RFC 2047); further ones stay as they are.</summary>
    /// <value>1,000 by default.</value>
    public int MaxEncodedWords { get; init; } = 1000;

    /// <summary>How many continuations of one parameter are joined (RFC 2231 section 3).</summary>
    /// <value>100 by default.</value>
    public int MaxContinuations { get; init; } = 100;

    /// <summary>How deep messages may stand in each other; a deeper one is not opened.</summary>
    /// <value>10 by default.</value>
    public int MaxMessageDepth { get; init; } = 10;

    /// <summary>How much of one text part is decoded, in octets before and in UTF-16 characters after its charset is applied.</summary>
    /// <value>16,777,216 (16 Mi) by default.</value>
    public int MaxDecodedTextChars { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// How many octets a container may have that must stand in memory to be opened: a message attached in base64, a TNEF file,
    /// an S/MIME envelope. A larger one stays an attachment.
    /// </summary>
    /// <value>33,554,432 (32 MiB) by default.</value>
    public int MaxContainerOctets { get; init; } = 32 * 1024 * 1024;

    /// <summary>The charset of text that names none and is not UTF-8, by its IANA name.</summary>
    /// <value><see langword="null"/> by default, which means Windows-1252.</value>
    public string? DefaultCharset { get; init; }
}
