namespace HelpDesk.Email.Tickets;

/// <summary>A file that comes with an entry; its octets are read only when asked for.</summary>
/// <param name="FileName">A name that is safe to store and to show: no path, no control or direction characters, no reserved name.</param>
/// <param name="ContentType">The media type in lower case, for instance <c>application/pdf</c>.</param>
/// <param name="Size">How many octets the decoded file has.</param>
/// <param name="Sha256">SHA-256 of the decoded file, 64 lower-case hexadecimal digits.</param>
public sealed record TicketAttachment(string FileName, string ContentType, long Size, string Sha256)
{
    /// <summary>The Content-ID without angle brackets by which HTML refers to it (RFC 2392), or <see langword="null"/>.</summary>
    public string? ContentId { get; init; }

    /// <summary>Whether it belongs to the text (an image in HTML) rather than hanging at the mail.</summary>
    public bool IsInline { get; init; }

    /// <summary>
    /// The media type that the first octets show, or <see langword="null"/> where they show none. It may contradict
    /// <see cref="ContentType"/>, which is the sender's word: trust neither with more than the other. A store need not keep it.
    /// </summary>
    public string? FoundType { get; init; }

    /// <summary>Whether it looks like the logo of a signature: a small picture of the text that comes again and again. A store need not keep it.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsLogo { get; init; }

    /// <summary>The number of the part in the original mail, or -1 for a file that is no part of a mail.</summary>
    /// <value>The default is -1.</value>
    public int PartIndex { get; init; } = -1;

    /// <summary>Opens the decoded file from its start; may be called again. Forward only.</summary>
    public required Func<Stream> Open { get; init; }

    /// <summary>Equal when the file and its place are; how it is opened does not count.</summary>
    public bool Equals(TicketAttachment? other) =>
        other is not null && FileName == other.FileName && ContentType == other.ContentType && Size == other.Size
        && Sha256 == other.Sha256 && ContentId == other.ContentId && IsInline == other.IsInline;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FileName, Sha256, ContentId);
}
