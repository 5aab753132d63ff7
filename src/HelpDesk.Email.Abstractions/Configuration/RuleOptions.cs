namespace HelpDesk.Email.Configuration;

/// <summary>One rule for new tickets, below <c>Rules:NAME</c>.</summary>
public sealed class RuleOptions
{
    /// <summary>Whether it is used.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Its place: rules with lower numbers are asked first, those with equal ones by name.</summary>
    /// <value>The default is 0.</value>
    public int Order { get; set; }
}
