namespace HelpDesk.Email.Configuration;

/// <summary>One filter on senders, below <c>Filters:Senders:NAME</c>.</summary>
public sealed class SenderFilterOptions
{
    /// <summary>Whether it is used.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>What is looked for, one or several with commas between them, each of at least two characters. Case does not count.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>In which part of the sender it is looked for.</summary>
    /// <value>The default is <see cref="SenderPart.Address"/>.</value>
    public SenderPart In { get; set; } = SenderPart.Address;

    /// <summary>Whether it may be any piece of that part, rather than the whole.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Partly { get; set; }

    /// <summary>What is stopped.</summary>
    /// <value>The default is <see cref="FilterDirection.Receive"/>.</value>
    public FilterDirection Direction { get; set; } = FilterDirection.Receive;

    /// <summary>Whose mail it is about.</summary>
    /// <value>The default is <see cref="FilterAudience.Both"/>.</value>
    public FilterAudience AppliesTo { get; set; } = FilterAudience.Both;
}
