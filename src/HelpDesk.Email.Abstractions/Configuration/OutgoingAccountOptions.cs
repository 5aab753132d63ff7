namespace HelpDesk.Email.Configuration;

/// <summary>One outgoing account, below <c>Outgoing:NAME</c>.</summary>
public sealed class OutgoingAccountOptions : MailServerOptions
{
    /// <summary>Makes the settings of an account: STARTTLS unless they say otherwise.</summary>
    public OutgoingAccountOptions() => Encryption = MailEncryption.StartTls;

    /// <summary>How it sends, for instance <c>Smtp</c> or <c>Pickup</c>.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The folder of a <c>Pickup</c>.</summary>
    public string? Folder { get; set; }

    /// <summary>The address its mail comes from; absent: the mailbox's own.</summary>
    public string? From { get; set; }

    /// <summary>The name beside it; absent: the mailbox's own.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The name of this machine for the server's greeting; absent: its address.</summary>
    public string? ClientName { get; set; }
}
