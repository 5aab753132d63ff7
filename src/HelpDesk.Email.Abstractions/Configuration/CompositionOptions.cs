namespace HelpDesk.Email.Configuration;

/// <summary>The form of outgoing mail, below <c>Composition</c>.</summary>
public sealed class CompositionOptions
{
    /// <summary>Whether mail may come only from an address that a mailbox reads: its own, or an alias. Answers to any other are lost.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool FromMustBeIncoming { get; set; } = true;

    /// <summary>The language of mail, and of dates in it, where neither department nor brand has one.</summary>
    /// <value>The default is <c>en</c>.</value>
    public string Culture { get; set; } = "en";

    /// <summary>The time zone of times in mail, where neither department nor brand has one.</summary>
    /// <value>The default is <c>UTC</c>.</value>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Whether mail is plain text alone.</summary>
    /// <value>The default is <see langword="false"/>: text and HTML.</value>
    public bool PlainTextOnly { get; set; }

    /// <summary>Whether the ticket's tag, by which an answer finds its ticket, is put behind a subject that lacks it.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AppendSubjectTag { get; set; } = true;

    /// <summary>Whether the files of an entry go with the mail that tells of it, the pictures within its text included.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Attachments { get; set; } = true;

    /// <summary>How many octets the files of one mail may have together; those beyond are named in the mail and not attached.</summary>
    /// <value>The default is 10,485,760 (10 MB); from 0 to 1,073,741,824.</value>
    public long MaxAttachmentOctets { get; set; } = 10 * 1024 * 1024;

    /// <summary>How many earlier messages templates of mail to technicians can show.</summary>
    /// <value>The default is 5; from 0 to 50.</value>
    public int RecentMessages { get; set; } = 5;

    /// <summary>How many earlier messages templates of mail to everybody else can show. They have them in their own mailboxes; who joined later has not.</summary>
    /// <value>The default is 0; from 0 to 50.</value>
    public int RecentMessagesToCustomers { get; set; }

    /// <summary>A text before the fields of a mail about a new ticket; absent: none.</summary>
    public string? PrefaceForNew { get; set; }

    /// <summary>A text before the fields of a mail about a ticket that changed; absent: none.</summary>
    public string? PrefaceForUpdated { get; set; }

    /// <summary>
    /// The fields that mails list, at most eight, in their order: names of the host's own fields, or <c>Number</c>, <c>Subject</c>,
    /// <c>Status</c>, <c>Priority</c>, <c>Category</c>, <c>Type</c>, <c>Department</c>, <c>Requester</c>, <c>Technician</c>, <c>Created</c>. A field that a ticket does not have is left out.
    /// </summary>
    public IList<string> ChosenFields { get; set; } = [];

    /// <summary>The host's own fields that everybody may see. Others stand in a mail only where its template, or <see cref="ChosenFields"/>, names them.</summary>
    public IList<string> PublicFields { get; set; } = [];
}
