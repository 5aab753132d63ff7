namespace HelpDesk.Email.Contacts;

/// <summary>What a welcome mail tells a new contact. Immutable.</summary>
/// <remarks>It stands in the mail as it is stored and sent: a link that works once tells less than a password to who reads it later.</remarks>
public sealed record ContactInvitation
{
    /// <summary>The name to log in with, or <see langword="null"/>.</summary>
    public string? UserName { get; init; }

    /// <summary>The password, or <see langword="null"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Where to log in, or to choose a password; or <see langword="null"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Without the values: they are secrets.</summary>
    public override string ToString() => nameof(ContactInvitation);
}
