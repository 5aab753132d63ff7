using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Opens messages that stand in messages.</summary>
internal static class EmbeddedMessages
{
    public static MailDocument? Open(MailPart part)
    {
        if (!part.IsLeaf || !(part.MediaType.IsMessage || part.MediaType.Is("text", "rfc822-headers") || part.MediaType.Is("message", "global-headers")))
            return null;
        var document = part.Document;
        if (document.Depth + 1 >= document.Limits.MaxMessageDepth)
        {
            document.DefectLog.Add(MailDefectKind.LimitExceeded, "messages too deep in each other");
            return null;
        }

        if (part.TransferEncoding is TransferEncoding.Identity or TransferEncoding.Unknown)
            return new MailDocument(part.Source.Part(part.Body), document.Limits, document.Depth + 1);

        // RFC 2046 section 5.2.1 forbids to encode a message; senders do it all the same.
        var octets = new PooledOctets(0);
        try
        {
            if (PartContent.ReadAll(part, document.Limits.MaxContainerOctets, ref octets))
                return new MailDocument(new OctetSource(octets.Written.ToArray()), document.Limits, document.Depth + 1);
            document.DefectLog.Add(MailDefectKind.UnreadableContainer, "encoded message too large to open");
            return null;
        }
        finally
        {
            octets.Dispose();
        }
    }
}
