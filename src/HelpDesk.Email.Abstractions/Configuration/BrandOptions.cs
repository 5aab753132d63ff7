namespace HelpDesk.Email.Configuration;

/// <summary>One brand, or group of departments, below <c>Brands:NAME</c>: who their mail comes from. What is absent is left to the account and the mailbox.</summary>
/// <remarks>Departments belong to it by <see cref="DepartmentOptions.Brand"/>. What a department sets itself comes first.</remarks>
public sealed class BrandOptions
{
    /// <summary>The name that people know; absent: the key.</summary>
    public string? Name { get; set; }

    /// <summary>The outgoing account of its mail; absent: the mailbox's.</summary>
    public string? Account { get; set; }

    /// <summary>The address its mail comes from; absent: that of the account.</summary>
    public string? From { get; set; }

    /// <summary>The name beside the address; absent: the name of the brand.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Where answers are to go; absent: to the address that the mail comes from.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Which name stands in mail that a person wrote; absent: as the account says.</summary>
    public AuthorNames? AuthorNames { get; set; }

    /// <summary>The language of its mail, and of dates in it, for instance <c>de</c> or <c>en-GB</c>; absent: <c>Composition:Culture</c>.</summary>
    public string? Culture { get; set; }

    /// <summary>The time zone of times in its mail, for instance <c>Europe/Berlin</c>; absent: <c>Composition:TimeZone</c>.</summary>
    public string? TimeZone { get; set; }
}
