using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>Finds the mail that a receipt is about (RFC 8098).</summary>
internal static class ReportedMessage
{
    public static string? OfReceipt(MailDocument document) =>
        document.Root.MediaType.Full == "multipart/report" ? DispositionReport.Read(document)?.OriginalMessageId : null;
}
