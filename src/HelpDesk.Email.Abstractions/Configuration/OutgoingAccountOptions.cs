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

    /// <summary>How many connections mail is sent by at once.</summary>
    /// <value>The default is 2; from 1 to 32.</value>
    public int MaxConnections { get; set; } = 2;

    /// <summary>How many mails a process hands to it within a minute; 0 for no limit.</summary>
    /// <value>The default is 0; up to 100,000.</value>
    public int MaxMessagesPerMinute { get; set; }

    /// <summary>Whether automatic answers go out with an empty envelope sender (<c>&lt;&gt;</c>, RFC 3834), so that nothing answers them. False for a server that refuses it.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AllowsEmptySender { get; set; } = true;

    /// <summary>The name of this machine for the server's greeting; absent: its address.</summary>
    public string? ClientName { get; set; }
}
