using HelpDesk.Email.Mime;
using HelpDesk.Email.Wording;

namespace HelpDesk.Email.Bounces;

/// <summary>Says why a delivery failed: by the words of the refusing system, and by its status code where the words are unknown.</summary>
internal static class FailureReasons
{
    private static readonly (FailureReason Reason, PhraseSet Phrases)[] Phrases =
    [
        .. WordingFile.Read("failure-reasons.txt")
            .Select(group => (Reason: Enum.Parse<FailureReason>(group.Name), new PhraseSet(group.Lines))),
    ];

    /// <summary>The reason that a text on one line gives.</summary>
    public static FailureReason OfText(string text)
    {
        foreach (var (reason, phrases) in Phrases)
        {
            if (phrases.IsIn(text))
            {
                return reason;
            }
        }

        return FailureReason.Unknown;
    }

    /// <summary>The reason that a status code names (RFC 3463 section 3, RFC 7504, RFC 7505).</summary>
    public static FailureReason OfStatus(EnhancedStatusCode? status) => status switch
    {
        null => FailureReason.Unknown,
        { Subject: 1, Detail: 1 or 3 or 4 } => FailureReason.NoSuchUser,
        { Subject: 1, Detail: 2 } => FailureReason.NoSuchHost,
        { Subject: 1, Detail: 6 } => FailureReason.Moved,
        { Subject: 1, Detail: 10 } => FailureReason.NoMail,
        { Subject: 1, Detail: 7 or 8 or 9 } => FailureReason.Policy,
        { Subject: 3, Detail: 2 } => FailureReason.NoMail,
        { Subject: 7, Detail: 13 } => FailureReason.Disabled,
        { Subject: 2, Detail: 1 } => FailureReason.Disabled,
        { Subject: 2, Detail: 2 } => FailureReason.MailboxFull,
        { Subject: 2, Detail: 3 } or { Subject: 3, Detail: 4 } => FailureReason.TooLarge,
        { Subject: 4, Detail: 4 } => FailureReason.NoSuchHost,
        { Subject: 4, Detail: 7 } => FailureReason.Expired,
        { Subject: 4 } => FailureReason.Network,
        { Subject: 6 } => FailureReason.Content,
        { Subject: 7 } => FailureReason.Policy,
        _ => FailureReason.Unknown,
    };

    /// <summary>Whether the address itself is dead.</summary>
    public static bool MeansDeadAddress(FailureReason reason) =>
        reason is FailureReason.NoSuchUser or FailureReason.NoSuchHost or FailureReason.Moved or FailureReason.NoMail;
}
