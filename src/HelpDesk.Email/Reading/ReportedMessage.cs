using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>Finds the mail that a report is about: the one it gives back, whole or as its header alone (RFC 6522).</summary>
internal static class ReportedMessage
{
    private const int MaxHeaderOctets = 262_144;

    public static string? FindId(MailDocument document)
    {
        if (document.Root.MediaType.Full != "multipart/report")
        {
            return null;
        }

        foreach (var part in document.AllParts())
        {
            var id = part.MediaType.Full switch
            {
                "message/rfc822" or "message/global" => part.EmbeddedMessage()?.MessageId,
                "text/rfc822-headers" or "message/global-headers" => HeaderOnly(part),
                _ => null,
            };
            if (id is not null)
            {
                return id;
            }
        }

        return null;
    }

    private static string? HeaderOnly(MailPart part)
    {
        using var content = part.OpenContent();
        var octets = new byte[MaxHeaderOctets];
        var length = content.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        return MailReader.Read(octets.AsMemory(0, length)).MessageId;
    }
}
