namespace HelpDesk.Email.Configuration;

/// <summary>How sure we are of a sender, below <c>Identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>The authserv-id of our own server (RFC 8601), whose Authentication-Results count; absent: senders are not evaluated.</summary>
    public string? AuthenticationServer { get; set; }

    /// <summary>Whether a sender who was not evaluated counts as unverified.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Strict { get; set; }
}
