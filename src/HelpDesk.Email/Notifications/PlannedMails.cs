using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Notifications;

/// <summary>Makes mails of a plan: one each, or one to all who are told the same.</summary>
internal static class PlannedMails
{
    public static IReadOnlyList<PlannedMail> Of(NotificationPlan plan, TicketHappening happening, NotificationOptions options)
    {
        var mails = plan.Told.Select(line => Mail(line, happening));
        return options.OneMailToAll == OneMailToAll.Off ? [.. mails] : [.. mails.GroupBy(Together).Select(Joined)];
    }

    // An acknowledgement answers one person; customers don't see who works on their ticket.
    private static object Together(PlannedMail mail) =>
        mail.Kind == OutgoingKind.AutomaticAnswer ? mail : (mail.Template, mail.Event, mail.IsForTechnician);

    private static PlannedMail Joined(IEnumerable<PlannedMail> mails)
    {
        var all = mails.ToList();
        return all[0] with { Others = [.. all.Skip(1).Select(mail => mail.Recipient)], Reason = string.Join("; ", all.Select(mail => mail.Reason).Distinct(StringComparer.Ordinal)) };
    }

    private static PlannedMail Mail(NotificationPlanLine line, TicketHappening happening) =>
        new(line.Template, line.Recipient!, KindOf(line, happening), $"{line.Audience} on {line.Event}: {line.Reason}")
        {
            Audience = line.Audience,
            Event = line.Event,
            IsForTechnician = line.IsForTechnician,
            IsAcknowledgement = line.IsAcknowledgement,
        };

    private static OutgoingKind KindOf(NotificationPlanLine line, TicketHappening happening) =>
        line.IsAcknowledgement ? OutgoingKind.AutomaticAnswer
        : happening.IsWrittenByTechnician && !line.IsForTechnician ? OutgoingKind.Personal
        : OutgoingKind.Notification;
}
