using System.Security.Cryptography;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Content;

/// <summary>Makes ticket attachments of the parts of a mail: safe name, size and hash. Octets pass through in windows.</summary>
internal static class AttachmentReader
{
    public static IReadOnlyList<TicketAttachment> Read(InboundMail mail, CancellationToken cancellationToken)
    {
        var attachments = new List<TicketAttachment>(mail.Attachments.Count);
        foreach (var part in mail.Attachments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (size, sha256) = Measure(part);
            attachments.Add(new TicketAttachment(AttachmentNames.Clean(part.FileName, part.ContentType, attachments.Count + 1), part.ContentType, size, sha256)
            {
                ContentId = part.ContentId,
                IsInline = part.Disposition == "inline" || part.ContentId is not null,
                PartIndex = part.PartIndex,
                Open = part.Open,
            });
        }

        return attachments;
    }

    private static (long Size, string Sha256) Measure(InboundAttachment part)
    {
        using var content = part.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[65_536];
        long size = 0;
        int read;
        while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            size += read;
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
