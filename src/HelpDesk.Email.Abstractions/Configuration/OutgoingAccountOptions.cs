namespace HelpDesk.Email.Configuration;

/// <summary>One outgoing account, below <c>Outgoing:NAME</c>.</summary>
public sealed class OutgoingAccountOptions : MailServerOptions
{
    /// <summary>How the connection is encrypted.</summary>
    /// <value>The default is <see cref="MailEncryption.StartTls"/>.</value>
    public override MailEncryption Encryption { get; set; } = MailEncryption.StartTls;

    /// <summary>How it sends, for instance <c>Smtp</c> or <c>Pickup</c>.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The folder of a <c>Pickup</c>.</summary>
    public string? Folder { get; set; }

    /// <summary>The address its mail comes from; absent: the mailbox's own.</summary>
    public string? From { get; set; }

    /// <summary>The name beside it; absent: the mailbox's own.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Which name stands in mail that a person wrote, where neither department nor brand says so.</summary>
    /// <value>The default is <see cref="AuthorNames.Person"/>.</value>
    public AuthorNames AuthorNames { get; set; } = AuthorNames.Person;

    /// <summary>The name of this machine for the server's greeting; absent: its address.</summary>
    public string? ClientName { get; set; }
}
