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

    /// <summary>The literal text before the number of a tag.</summary>
    /// <value>The default is <c>#</c>.</value>
    public string SubjectTagPrefix { get; set; } = "#";

    /// <summary>Who may join a ticket by a tag alone.</summary>
    /// <value>The default is <see cref="TagTrust.Participants"/>.</value>
    public TagTrust TrustSubjectTagFrom { get; set; } = TagTrust.Participants;
}
