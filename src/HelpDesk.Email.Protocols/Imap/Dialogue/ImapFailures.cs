using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>What a refused command means (response codes: RFC 5530).</summary>
internal static class ImapFailures
{
    /// <summary>The reason for a refusal.</summary>
    /// <param name="verb">The command.</param>
    /// <param name="status">The answer, NO or BAD.</param>
    public static MailFailure Of(string verb, ImapStatus status) => status.Code switch
    {
        "UNAVAILABLE" when IsLogin(verb) => MailFailure.LoginUnavailable,
        "LIMIT" when IsLogin(verb) => MailFailure.LoginUnavailable,
        "INUSE" => MailFailure.MailboxInUse,
        "OVERQUOTA" => MailFailure.OverQuota,
        "PRIVACYREQUIRED" => MailFailure.TlsNotOffered,
        "NONEXISTENT" or "TRYCREATE" => MailFailure.FolderMissing,

        // Gmail, Exchange and Dovecot limit connections and say so in words alone: no password is wrong then.
        _ when IsLogin(verb) && Says(status, "simultaneous connections", "too many connections", "maximum number of connections", "try again later", "temporar", "internal error") => MailFailure.LoginUnavailable,
        _ when IsLogin(verb) && status.Condition == ImapCondition.No => MailFailure.LoginRefused,
        "" when status.Condition == ImapCondition.No && verb is "SELECT" or "EXAMINE" => MailFailure.FolderMissing,
        _ => MailFailure.CommandRefused,
    };

    /// <summary>The reason in words.</summary>
    public static string WordsFor(MailFailure failure, ImapStatus status) => failure switch
    {
        MailFailure.LoginRefused => "user name, password or token refused",
        MailFailure.LoginUnavailable => "no log-in is possible just now",
        MailFailure.MailboxInUse => "the mailbox is in use by another session",
        MailFailure.FolderMissing => "the folder does not exist",
        MailFailure.OverQuota => "the quota is used up",
        MailFailure.TlsNotOffered => "the server wants TLS for that",
        _ => status.Condition == ImapCondition.Bad ? "the server did not understand the command" : "refused",
    };

    private static bool IsLogin(string verb) => verb is "LOGIN" or "AUTHENTICATE";

    private static bool Says(ImapStatus status, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (status.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
