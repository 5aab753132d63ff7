namespace HelpDesk.Email.Mime;

/// <summary>A file that goes with a draft. Immutable; its content is opened once or twice while the message is written.</summary>
public sealed record DraftAttachment
{
    /// <summary>Makes an attachment of octets in memory.</summary>
    /// <param name="fileName">The name shown to the recipient, in any script; null for none.</param>
    /// <param name="mediaType">Such as <c>application/pdf</c>, parameters allowed; what can't be read becomes <c>application/octet-stream</c>.</param>
    /// <param name="content">The octets; they must not change.</param>
    public DraftAttachment(string? fileName, string mediaType, ReadOnlyMemory<byte> content)
        : this(fileName, mediaType, () => new Octets.MemoryRangeStream(content))
    {
    }

    /// <summary>Makes an attachment of a stream.</summary>
    /// <param name="fileName">The name shown to the recipient, in any script; null for none.</param>
    /// <param name="mediaType">Such as <c>application/pdf</c>, parameters allowed; what can't be read becomes <c>application/octet-stream</c>.</param>
    /// <param name="openContent">Opens the content at its start each time it is called; the composer disposes of the streams.</param>
    public DraftAttachment(string? fileName, string mediaType, Func<Stream> openContent)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentNullException.ThrowIfNull(openContent);
        FileName = fileName;
        MediaType = mediaType;
        OpenContent = openContent;
    }

    /// <summary>The name shown to the recipient, or null.</summary>
    public string? FileName { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }

    /// <summary>Opens the content at its start.</summary>
    public Func<Stream> OpenContent { get; }

    /// <summary>The identifier by which HTML refers to it (<c>cid:</c>, RFC 2392), without angle brackets; null for none.</summary>
    public string? ContentId { get; init; }

    /// <summary>Whether it is shown within the HTML rather than listed.</summary>
    /// <value>False by default.</value>
    public bool Inline { get; init; }
}
