using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Content;

/// <summary>A part of a mail, read once.</summary>
/// <param name="Part">The part.</param>
/// <param name="Name">Its safe name.</param>
/// <param name="Size">Its octets.</param>
/// <param name="Sha256">Their hash, in lower-case hexadecimal.</param>
/// <param name="Start">The first of them.</param>
internal sealed record MeasuredFile(InboundAttachment Part, string Name, long Size, string Sha256, ReadOnlyMemory<byte> Start)
{
    /// <summary>The type that the octets show, or <see langword="null"/>.</summary>
    public string? FoundType { get; } = ContentSigns.TypeOf(Start.Span);
}
