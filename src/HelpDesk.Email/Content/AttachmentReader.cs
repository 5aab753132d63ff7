using System.Security.Cryptography;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Content;

/// <summary>Makes ticket attachments of the parts of a mail: safe name, size, hash and type. Octets pass through in windows.</summary>
internal static class AttachmentReader
{
    /// <summary>All parts, whatever the settings say.</summary>
    public static IReadOnlyList<TicketAttachment> Read(InboundMail mail, CancellationToken cancellationToken) =>
        Read(mail, replyHtml: null, new LimitsOptions(), cancellationToken).Kept;

    /// <summary>The parts that are kept, and what is to be said of the others.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="replyHtml">The HTML of its reply, or <see langword="null"/>.</param>
    /// <param name="limits">What is accepted.</param>
    /// <param name="cancellationToken">Ends the call between parts.</param>
    public static AttachmentFindings Read(InboundMail mail, string? replyHtml, LimitsOptions limits, CancellationToken cancellationToken)
    {
        var files = new List<MeasuredFile>(mail.Attachments.Count);
        foreach (var part in mail.Attachments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(Measure(part, AttachmentNames.Clean(part.FileName, part.ContentType, files.Count + 1)));
        }

        var pictures = new InlinePictures(mail.UnsafeHtml, replyHtml, files);
        var rules = new AttachmentRules(limits);
        var findings = new AttachmentFindings();
        foreach (var file in files)
        {
            if (MediaTypes.Differ(file.Part.ContentType, file.FoundType))
            {
                findings.Evidence.Add($"{file.Name}: declared {file.Part.ContentType}, the content is {file.FoundType}");
            }

            if (rules.Refuse(file.Name, file.Part.ContentType, file.FoundType, file.Size) is { } reason)
            {
                findings.Notes.Add($"The file {file.Name} was not added: {reason}.");
                continue;
            }

            findings.Kept.Add(ToAttachment(file, pictures));
        }

        return findings;
    }

    private static TicketAttachment ToAttachment(MeasuredFile file, InlinePictures pictures) =>
        new(file.Name, file.Part.ContentType, file.Size, file.Sha256)
        {
            ContentId = file.Part.ContentId,
            FoundType = file.FoundType,
            IsInline = pictures.IsInline(file),
            IsLogo = pictures.IsLogo(file),
            PartIndex = file.Part.PartIndex,
            Open = file.Part.Open,
        };

    private static MeasuredFile Measure(InboundAttachment part, string name)
    {
        using var content = part.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[65_536];
        var start = new byte[ContentSigns.Enough];
        long size = 0;
        int read;
        while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            if (size < start.Length)
            {
                buffer.AsSpan(0, (int)Math.Min(read, start.Length - size)).CopyTo(start.AsSpan((int)size));
            }

            size += read;
        }

        return new MeasuredFile(part, name, size, Convert.ToHexStringLower(hash.GetHashAndReset()), start.AsMemory(0, (int)Math.Min(size, start.Length)));
    }
}
