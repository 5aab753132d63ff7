namespace HelpDesk.Email.Configuration;

/// <summary>How the numbers of another ticket system are known, below <c>Correlation:ExternalNumbers</c>.</summary>
/// <remarks>
/// Patterns are regular expressions without look-around and back-references, so that they take time in proportion to the
/// text; case counts for nothing. The number is remembered under its rule: a rule with other patterns starts without memory.
/// </remarks>
public sealed class ExternalNumberOptions
{
    /// <summary>A pattern on the sender's address, for instance <c>@vendor\.example$</c>. It alone says who may join by a number.</summary>
    public string From { get; set; } = string.Empty;

    /// <summary>A pattern whose first group is the number, for instance <c>\[CASE-(\d+)\]</c>.</summary>
    public string Number { get; set; } = string.Empty;

    /// <summary>Whether the number is looked for in the subject.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool SearchSubject { get; set; } = true;

    /// <summary>Whether the number is looked for in the visible text of the body, where the subject has none.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool SearchBody { get; set; }
}
