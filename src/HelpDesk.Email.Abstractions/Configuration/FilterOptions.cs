namespace HelpDesk.Email.Configuration;

/// <summary>Which mail is not taken, and to whom none is sent, below <c>Filters</c>. A filter comes before all permissions.</summary>
public sealed class FilterOptions
{
    /// <summary>Whether the ready lists of senders and subjects are used. Classification does their work without losing mail.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool UsePreconfigured { get; set; }
}
