namespace HelpDesk.Email.Inbound;

/// <summary>A part of a mail that is not its text.</summary>
/// <param name="PartIndex">Its number among the parts of the mail, the same each time the mail is read.</param>
/// <param name="FileName">The name as the mail gives it, decoded and not made safe; or <see langword="null"/>.</param>
/// <param name="ContentType">The media type in lower case.</param>
public sealed record InboundAttachment(int PartIndex, string? FileName, string ContentType)
{
    /// <summary>The Content-ID without angle brackets, or <see langword="null"/>.</summary>
    public string? ContentId { get; init; }

    /// <summary><c>attachment</c>, <c>inline</c>, or <see langword="null"/>.</summary>
    public string? Disposition { get; init; }

    /// <summary>Opens the decoded octets; forward only; may be called again.</summary>
    public required Func<Stream> Open { get; init; }
}
