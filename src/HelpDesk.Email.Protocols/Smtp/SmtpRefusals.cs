using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What a reply says about the server, where it is not about a mail.</summary>
internal static class SmtpRefusals
{
    /// <summary>The failure that a reply to anything but a mail means.</summary>
    public static MailFailure FailureOf(SmtpServerReply reply) => reply switch
    {
        { Code: 421 } => MailFailure.ServerClosing,
        { Code: 530 or 534 or 535 or 538 or 525 } => MailFailure.LoginRefused,
        { Code: 454 } => MailFailure.LoginUnavailable,
        { IsTransient: true } => MailFailure.ServerClosing,
        _ => MailFailure.CommandRefused,
    };

    /// <summary>Whether a reply means that the whole channel is closed for a time, whatever the mail.</summary>
    public static bool ClosesChannel(SmtpServerReply reply) => reply switch
    {
        // The server closes, or wants to know first who we are.
        { Code: 421 or 530 or 534 or 535 or 538 } => true,

        // Exchange: too many connections at once, too many mails a minute, or a day.
        { Code: 432 } => true,
        { Code: 452 or 451 or 450, EnhancedStatusCode: "4.3.2" } => true,
        { Code: 554, EnhancedStatusCode: "5.2.0" } => Says(reply, "quota", "limit", "exceeded"),
        { Code: 550 or 554 or 452 or 450, EnhancedStatusCode: "5.4.5" or "4.7.28" or "5.4.6" } => Says(reply, "quota", "limit", "rate"),
        _ => false,
    };

    private static bool Says(SmtpServerReply reply, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (reply.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
