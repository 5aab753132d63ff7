using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Screening;

/// <summary>One filter as it is used: texts that are looked for, in which mail, and in whose.</summary>
/// <param name="Key">Its key in the settings.</param>
/// <param name="Items">What is looked for, without case.</param>
/// <param name="Partly">Whether it may be a piece of what is looked at.</param>
internal sealed record TextFilter(string Key, IReadOnlyList<string> Items, bool Partly)
{
    public FilterDirection Direction { get; init; } = FilterDirection.Receive;

    public FilterAudience AppliesTo { get; init; } = FilterAudience.Both;

    /// <summary>Whether it is about mail in a direction, of or to somebody.</summary>
    public bool IsAbout(FilterDirection direction, ContactRole role) =>
        (Direction == FilterDirection.Both || Direction == direction)
        && (AppliesTo == FilterAudience.Both || AppliesTo == (role == ContactRole.Requester ? FilterAudience.Requesters : FilterAudience.Technicians));

    /// <summary>The item that a text has or is, or <see langword="null"/>.</summary>
    public string? FindIn(string? text) => text is null ? null : Items.FirstOrDefault(item =>
        Partly ? text.Contains(item, StringComparison.OrdinalIgnoreCase) : text.Trim().Equals(item, StringComparison.OrdinalIgnoreCase));
}
