using HelpDesk.Email.Classification;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Screening;

/// <summary>What programs send by mistake, or for nobody.</summary>
internal static class JunkMail
{
    /// <summary>What makes a mail junk, or <see langword="null"/>.</summary>
    public static string? Find(InboundContext context)
    {
        if (context.Classification.Kind is MailKind.AutoReply or MailKind.OutOfOffice || context.Classification.IsReport)
        {
            return context.Classification.Kind.ToString();
        }

        // Of what a web form brings, the customer is the sender.
        return NeverAnswerRules.IsRobot(context.Sender.Address.Address) is { } robot ? $"sender {robot}" : null;
    }
}
