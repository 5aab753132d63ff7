using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>What a refused command means (response codes: RFC 2449 section 8.1 and RFC 3206).</summary>
internal static class Pop3Failures
{
    /// <summary>The reason for a refusal.</summary>
    /// <param name="verb">The command; empty for the greeting.</param>
    /// <param name="reply">The answer.</param>
    public static MailFailure Of(string verb, Pop3Reply reply) => reply.Code switch
    {
        "IN-USE" => MailFailure.MailboxInUse,
        "LOGIN-DELAY" => MailFailure.LoginUnavailable,
        "AUTH" => MailFailure.LoginRefused,
        "SYS/TEMP" or "SYS/PERM" when IsLogin(verb) => MailFailure.LoginUnavailable,

        // Servers without response codes say it in words; to count a locked mailbox as a wrong password would alarm people for nothing.
        "" when IsLogin(verb) && Says(reply, "in use", "lock", "busy") => MailFailure.MailboxInUse,
        "" when IsLogin(verb) && Says(reply, "too many", "try again later", "temporar", "internal error") => MailFailure.LoginUnavailable,
        _ when IsLogin(verb) => MailFailure.LoginRefused,
        _ when verb.Length == 0 => MailFailure.ServerClosing,
        _ => MailFailure.CommandRefused,
    };

    /// <summary>The reason in words.</summary>
    public static string WordsFor(MailFailure failure) => failure switch
    {
        MailFailure.MailboxInUse => "the mailbox is in use by another session",
        MailFailure.LoginUnavailable => "no log-in is possible just now",
        MailFailure.LoginRefused => "user name, password or token refused",
        MailFailure.ServerClosing => "the server serves nobody just now",
        _ => "refused",
    };

    private static bool IsLogin(string verb) => verb is "USER" or "PASS" or "AUTH";

    private static bool Says(Pop3Reply reply, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (reply.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
