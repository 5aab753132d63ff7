using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The rows of the outbox that mails become.</summary>
internal static class OutboxRow
{
    /// <summary>The row of a mail that was made: one envelope, with everybody whom it names.</summary>
    public static NewOutboxEntry Of(MailInWork mail, string messageId, string subject, MailContent content)
    {
        var (planned, options, ticket) = (mail.Planned, mail.Occasion.Settings.Options, mail.Occasion.Ticket?.Number);
        var isAnswer = planned.Kind == OutgoingKind.AutomaticAnswer;
        return new NewOutboxEntry(messageId, [.. mail.Recipients.Select(recipient => recipient.Address)], content)
        {
            Template = planned.Template,
            Ticket = ticket,
            Subject = subject,
            Account = mail.Letterhead.Account,
            ReversePath = isAnswer ? string.Empty : mail.Letterhead.From.Address,
            NotBefore = isAnswer ? mail.Now + options.AutomaticAnswers.Delay : mail.Now,
            Throttle = isAnswer ? AnswerThrottle.Of(planned.Recipient, ticket, mail.Occasion.Cause.IsOtherHelpDesk, options.AutomaticAnswers) : [],
        };
    }

    /// <summary>The row of a mail that could not be made.</summary>
    public static NewOutboxEntry Failed(PlannedMail planned, TicketSnapshot? ticket, DateTimeOffset now, string reason) =>
        new($"<failed.{Guid.NewGuid():N}@local>", [.. planned.Others.Prepend(planned.Recipient).Distinct().Select(recipient => recipient.Address)], null)
        {
            Template = planned.Template,
            Ticket = ticket?.Number,
            NotBefore = now,
            Failure = reason,
        };
}
