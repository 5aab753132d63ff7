using System.Text.Json.Serialization;
using HelpDesk.Email.Explaining;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>An attachment.</summary>
internal sealed record AttachmentLine(string? FileName, string ContentType, string? ContentId, string? Disposition, long Size, string Sha256)
{
    /// <summary>Where it was written; stands there with <c>--extract</c> alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SavedAs { get; init; }

    public static IReadOnlyList<AttachmentLine> Of(IReadOnlyList<ExplainedAttachment> attachments, IReadOnlyList<string?>? savedAs) =>
    [
        .. attachments.Select((part, i) => new AttachmentLine(part.FileName, part.ContentType, part.ContentId, part.Disposition, part.Size, part.Sha256)
        {
            SavedAs = savedAs?[i],
        }),
    ];
}
