using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Mails that one calendar writes to another (RFC 5546), and the field by which Exchange marks its own (MS-OXCMAIL).</summary>
internal static class MeetingRules
{
    public static IEnumerable<ClassificationEvidence> Find(InboundMail mail)
    {
        if (mail.CalendarMethod is { } method)
        {
            yield return new ClassificationEvidence($"text/calendar; method={method}", MailKind.Meeting);
        }

        foreach (var value in HeaderText.Values(mail, "Content-Class").Where(value => value.Equals("urn:content-classes:calendarmessage", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new ClassificationEvidence(HeaderText.Fact("Content-Class", value), MailKind.Meeting);
        }
    }
}
