using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>What a refused command means (response codes: RFC 5530).</summary>
internal static class ImapFailures
{
    /// <summary>The reason for a refusal.</summary>
    /// <param name="verb">The command.</param>
    /// <param name="isNo">Whether the answer is NO, and not BAD.</param>
    /// <param name="code">Its response code; empty for none.</param>
    /// <param name="text">Its words.</param>
    public static MailFailure Of(string verb, bool isNo, string code, string text) => code switch
    {
        "UNAVAILABLE" when IsLogin(verb) => MailFailure.LoginUnavailable,
        "LIMIT" when IsLogin(verb) => MailFailure.LoginUnavailable,
        "INUSE" => MailFailure.MailboxInUse,
        "OVERQUOTA" => MailFailure.OverQuota,
        "PRIVACYREQUIRED" => MailFailure.TlsNotOffered,
        "NONEXISTENT" or "TRYCREATE" => MailFailure.FolderMissing,

        // Gmail, Exchange and Dovecot limit connections and say so in words alone: no password is wrong then.
        _ when IsLogin(verb) && Says(text, "simultaneous connections", "too many connections", "maximum number of connections", "try again later", "temporar", "internal error") => MailFailure.LoginUnavailable,
        _ when IsLogin(verb) && isNo => MailFailure.LoginRefused,
        "" when isNo && verb is "SELECT" or "EXAMINE" => MailFailure.FolderMissing,
        _ => MailFailure.CommandRefused,
    };

    /// <summary>The reason in words.</summary>
    public static string WordsFor(MailFailure failure, bool isNo) => failure switch
    {
        MailFailure.LoginRefused => "user name, password or token refused",
        MailFailure.LoginUnavailable => "no log-in is possible just now",
        MailFailure.MailboxInUse => "the mailbox is in use by another session",
        MailFailure.FolderMissing => "the folder does not exist",
        MailFailure.OverQuota => "the quota is used up",
        MailFailure.TlsNotOffered => "the server wants TLS for that",
        _ => isNo ? "refused" : "the server did not understand the command",
    };

    private static bool IsLogin(string verb) => verb is "LOGIN" or "AUTHENTICATE";

    private static bool Says(string text, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
