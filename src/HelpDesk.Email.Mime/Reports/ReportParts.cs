namespace HelpDesk.Email.Mime.Reports;

/// <summary>Finds the parts of a report (RFC 6522).</summary>
internal static class ReportParts
{
    /// <summary>The first part that is a report of that kind.</summary>
    public static MailPart? Find(MailDocument document, string subtype, string internationalSubtype) =>
        document.AllParts().FirstOrDefault(part => part.IsLeaf && (part.MediaType.Is("message", subtype) || part.MediaType.Is("message", internationalSubtype)));

    /// <summary>What was returned of the original message: the first message or header that follows the report, else any.</summary>
    public static MailDocument? Original(MailDocument document, MailPart report)
    {
        var candidates = document.AllParts().Where(part => part.MediaType.IsMessage
            || part.MediaType.Is("text", "rfc822-headers") || part.MediaType.Is("message", "global-headers")).ToList();
        return (candidates.Find(part => part.Index > report.Index) ?? candidates.FirstOrDefault())?.EmbeddedMessage();
    }
}
