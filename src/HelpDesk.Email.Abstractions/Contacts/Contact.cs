using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Contacts;

/// <summary>A person the help desk knows.</summary>
/// <param name="Address">The main address, by which the person is named.</param>
/// <param name="Role">What the person is to the help desk.</param>
public sealed record Contact(EmailAddress Address, ContactRole Role)
{
    /// <summary>Whether mail from the person is still accepted as theirs.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether the person registered, rather than having been made from a first mail.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Further addresses of the same person, without the main one.</summary>
    public IReadOnlyList<EmailAddress> OtherAddresses { get; init; } = [];

    /// <summary>The company, or <see langword="null"/>.</summary>
    public string? Company { get; init; }

    /// <summary>The department the person works in (not one of the help desk's), or <see langword="null"/>.</summary>
    public string? Department { get; init; }

    /// <summary>Where the person is, or <see langword="null"/>.</summary>
    public string? Location { get; init; }
}
