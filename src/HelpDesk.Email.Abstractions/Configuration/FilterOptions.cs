namespace HelpDesk.Email.Configuration;

/// <summary>Which mail is not taken, and to whom none is sent, below <c>Filters</c>. A filter comes before all permissions.</summary>
public sealed class FilterOptions
{
    /// <summary>Whether the ready lists of senders and subjects are used. Classification does their work without losing mail.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool UsePreconfigured { get; set; }

    /// <summary>Whether what programs send by mistake or for nobody is left out: answers of programs, and mail of senders such as <c>postmaster</c> or <c>noreply</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool JunkFilter { get; set; }

    /// <summary>From whom mail is taken.</summary>
    /// <value>The default is <see cref="AcceptedSenders.Everyone"/>.</value>
    public AcceptedSenders AcceptFrom { get; set; } = AcceptedSenders.Everyone;

    /// <summary>Whether a mail that has the sender, subject and text of another one, and another Message-ID, is a copy of it. Somebody who says the same twice is then heard once.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Duplicates { get; set; }

    /// <summary>How long after a mail another one is such a copy; up to a quarter longer.</summary>
    /// <value>The default is 1 hour; from 1 minute to 30 days.</value>
    public TimeSpan DuplicateWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The filters on senders (and recipients, where they stop sending), by name.</summary>
    public IDictionary<string, SenderFilterOptions> Senders { get; set; } = new Dictionary<string, SenderFilterOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The filters on subjects by name.</summary>
    public IDictionary<string, SubjectFilterOptions> Subjects { get; set; } = new Dictionary<string, SubjectFilterOptions>(StringComparer.OrdinalIgnoreCase);
}
