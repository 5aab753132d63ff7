using HelpDesk.Email.Content;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Explaining;

/// <summary>Describes the attachments of a mail: also those that would not come into a ticket.</summary>
internal static class ExplainedAttachments
{
    public static IReadOnlyList<ExplainedAttachment> Of(InboundContext context, CancellationToken cancellationToken)
    {
        var measured = context.Extracted.Attachments.ToDictionary(attachment => attachment.PartIndex);
        var left = context.Mail.Attachments.Where(part => !measured.ContainsKey(part.PartIndex)).ToList();
        foreach (var attachment in AttachmentReader.Read(context.Mail with { Attachments = left }, cancellationToken))
        {
            measured.Add(attachment.PartIndex, attachment);
        }

        return
        [
            .. context.Mail.Attachments.Select(part => new ExplainedAttachment(
                part.FileName,
                measured[part.PartIndex].FileName,
                part.ContentType,
                measured[part.PartIndex].Size,
                measured[part.PartIndex].Sha256)
            {
                ContentId = part.ContentId,
                Disposition = part.Disposition,
                Open = part.Open,
            }),
        ];
    }
}
