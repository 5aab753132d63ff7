using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>The Message-IDs that a mail answers or reports on, the nearest first.</summary>
internal static class AnsweredIds
{
    public static IEnumerable<string> Of(InboundMail mail)
    {
        var reported = mail.ReportedMessageId is { } id ? [id] : Array.Empty<string>();
        return reported.Concat(mail.InReplyTo).Concat(mail.References.Reverse()).Distinct(StringComparer.Ordinal);
    }
}
