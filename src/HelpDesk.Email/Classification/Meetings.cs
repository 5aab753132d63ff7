using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Mails that one calendar writes to another (RFC 5546), and the field by which Exchange marks its own (MS-OXCMAIL).</summary>
internal static class Meetings
{
    public static bool IsMeeting(InboundMail mail) =>
        mail.CalendarMethod is not null
        || HeaderText.Values(mail, "Content-Class").Any(value => value.Equals("urn:content-classes:calendarmessage", StringComparison.OrdinalIgnoreCase));
}
