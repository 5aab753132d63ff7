namespace HelpDesk.Email.Explaining;

/// <summary>A part of a mail that is neither its body nor an alternative of it. Immutable.</summary>
/// <param name="FileName">The decoded name as the sender gave it, not safe as a path; <see langword="null"/> for a nameless part.</param>
/// <param name="SafeName">The name under which the engine would store it: without path, control and direction characters and reserved names, at most 120 characters; a made one for a nameless part.</param>
/// <param name="ContentType">The media type in lower case, without parameters.</param>
/// <param name="Size">How many octets it has, its transfer encoding taken off.</param>
/// <param name="Sha256">SHA-256 of these octets, in lower-case hexadecimal.</param>
public sealed record ExplainedAttachment(string? FileName, string SafeName, string ContentType, long Size, string Sha256)
{
    /// <summary>The Content-ID (RFC 2392) without angle brackets, or <see langword="null"/>.</summary>
    public string? ContentId { get; init; }

    /// <summary><c>attachment</c> or <c>inline</c> (RFC 2183), or <see langword="null"/> where nothing is said.</summary>
    public string? Disposition { get; init; }

    /// <summary>Opens the decoded octets. Each call gives a stream of its own, which the caller disposes of; the mail's content must still be there.</summary>
    public required Func<Stream> Open { get; init; }
}
