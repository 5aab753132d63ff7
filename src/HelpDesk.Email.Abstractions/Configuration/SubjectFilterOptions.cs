namespace HelpDesk.Email.Configuration;

/// <summary>One filter on subjects, below <c>Filters:Subjects:NAME</c>.</summary>
public sealed class SubjectFilterOptions
{
    /// <summary>Whether it is used.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>What is looked for, one or several with commas between them, each of at least two characters. Case does not count.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Whether it may be any piece of the subject, rather than the whole.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Partly { get; set; } = true;

    /// <summary>What is stopped.</summary>
    /// <value>The default is <see cref="FilterDirection.Receive"/>.</value>
    public FilterDirection Direction { get; set; } = FilterDirection.Receive;

    /// <summary>Whose mail it is about.</summary>
    /// <value>The default is <see cref="FilterAudience.Both"/>.</value>
    public FilterAudience AppliesTo { get; set; } = FilterAudience.Both;
}
