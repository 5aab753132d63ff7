namespace HelpDesk.Email.Mailboxes;

/// <summary>How much one look at a mailbox may bring.</summary>
/// <param name="MaxMails">How many mails.</param>
/// <param name="MaxOctets">How long one mail may be; a longer one is passed over and reported.</param>
public sealed record ReceiveLimits(int MaxMails, long MaxOctets)
{
    /// <summary>Mail that the mailbox got before this moment is passed over; <see langword="null"/> for none. Days are exact enough.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What of the mailbox is committed already; <see langword="null"/> when nobody can tell. Receipts that are known need no look here.</summary>
    public IKnownMails? Known { get; init; }
}
