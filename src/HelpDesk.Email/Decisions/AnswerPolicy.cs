using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Decisions;

/// <summary>Whether a program may answer a mail at all.</summary>
internal static class AnswerPolicy
{
    /// <summary>The reason against an answer, or <see langword="null"/>.</summary>
    public static string? WhyNot(InboundContext context, DateTimeOffset now)
    {
        if (context.Classification is { MayRespond: false, IsOtherHelpDesk: false })
        {
            return "automatic mail is not answered";
        }

        if (context.Classification.IsMeeting)
        {
            return "a meeting is not answered";
        }

        if (context.Sender.Trust == SenderTrust.Contradicted)
        {
            return "the sender is not who From says";
        }

        if (context.Mail.From.Count != 1)
        {
            return "not exactly one address in From";
        }

        if (context.Mail.Date is { } date && now - date > context.Settings.AutomaticAnswers.MaxMailAge)
        {
            return "the mail is older than AutomaticAnswers:MaxMailAge";
        }

        // RFC 5230 section 4.5: somebody who did not write to us by name gets no answer from a program.
        return DeliveryAddresses.Of(context).Any(context.Mailbox.IsReachedBy) ? null : "the mailbox is in none of To, Cc, Delivered-To and the envelope";
    }
}
