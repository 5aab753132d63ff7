namespace HelpDesk.Email.Configuration;

/// <summary>How a mail finds its ticket, below <c>Correlation</c>. Where several ways match, the earlier one here wins.</summary>
public sealed class CorrelationOptions
{
    /// <summary>Whether In-Reply-To, References, and the Message-ID that a report gives back, are looked up.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool MatchReferences { get; set; } = true;

    /// <summary>Whether prefix and number in the subject name a ticket.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool MatchSubjectTag { get; set; } = true;

    /// <summary>Whether prefix and number in the visible text of the body name a ticket, quotations included.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool MatchBodyTag { get; set; }

    /// <summary>Whether prefix and number in the visible text of text attachments and attached mails name a ticket.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool MatchAttachmentTag { get; set; }

    /// <summary>The literal text before the number of a tag, compared without case.</summary>
    /// <value>The default is <c>#</c>.</value>
    public string SubjectTagPrefix { get; set; } = "#";

    /// <summary>Who may join a ticket by a tag alone.</summary>
    /// <value>The default is <see cref="TagTrust.Participants"/>.</value>
    public TagTrust TrustSubjectTagFrom { get; set; } = TagTrust.Participants;

    /// <summary>Whether <c>[module - number]</c> in subject or body names a ticket; it is worth as much as a tag.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool MatchKeyword { get; set; } = true;

    /// <summary>What the module of tickets is called in such a keyword; <c>Ticket</c> where none is named.</summary>
    public IList<string> ModuleNames { get; set; } = [];

    /// <summary>Numbers of other ticket systems, which lead to the open ticket that was made with the same number.</summary>
    public IList<ExternalNumberOptions> ExternalNumbers { get; set; } = [];

    /// <summary>Whether the same subject leads to the youngest ticket of the same requester; reply prefixes, tags, case and white space count for nothing.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool MatchSubjectText { get; set; }

    /// <summary>How old such a ticket may be.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan SubjectTextMaxAge { get; set; } = TimeSpan.FromDays(30);
}
