namespace HelpDesk.Email.Inbound;

/// <summary>What sort of mail it is, and why we think so.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="MayRespond">Whether an automatic answer to it is allowed.</param>
/// <param name="Evidence">Each fact that spoke for it, for instance <c>Auto-Submitted: auto-replied</c>.</param>
public sealed record MailClassification(MailKind Kind, bool MayRespond, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether no person wrote it.</summary>
    public bool IsAutomatic { get; init; } = Kind is not MailKind.Human;

    /// <summary>Whether another help desk wrote it: it is automatic, and may get the acknowledgement of a new ticket all the same, and no other answer.</summary>
    public bool IsOtherHelpDesk { get; init; }

    /// <summary>Whether one calendar wrote it to another: an invitation, its acceptance or refusal, a change, a cancellation (RFC 5546). A person may have added words.</summary>
    public bool IsMeeting { get; init; }

    /// <summary>Whether it reports on a mail of ours, rather than saying something to somebody.</summary>
    public bool IsReport => Kind is MailKind.Bounce or MailKind.DeliveryDelay or MailKind.DeliverySuccess or MailKind.ReadReceipt or MailKind.FeedbackReport;

    /// <summary>
    /// Whether nobody waits for an answer to it: a report, an automatic reply, a notice of absence or a meeting. Of such a mail a ticket
    /// gets a <see cref="Tickets.EntryKind.Note"/>, and no other status.
    /// </summary>
    public bool AwaitsNoAnswer => IsReport || Kind is MailKind.AutoReply or MailKind.OutOfOffice || IsMeeting;
}
