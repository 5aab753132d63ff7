namespace HelpDesk.Email.Configuration;

/// <summary>The embedded SMTP server, below <c>SmtpListener</c>. It takes mail for the configured mailboxes and relays nothing.</summary>
public sealed class SmtpListenerOptions
{
    /// <summary>The address it listens on.</summary>
    /// <value>The default is <c>127.0.0.1</c>.</value>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port; 0 lets the system choose one.</summary>
    /// <value>The default is 2525.</value>
    public int Port { get; set; } = 2525;

    /// <summary>The name it greets with; absent: the machine's name.</summary>
    public string? HostName { get; set; }

    /// <summary>How many connections are served at once; a further one is answered 421.</summary>
    /// <value>The default is 100; from 1 to 10,000.</value>
    public int MaxConnections { get; set; } = 100;

    /// <summary>How many recipients one mail may have.</summary>
    /// <value>The default is 100; from 1 to 1,000.</value>
    public int MaxRecipients { get; set; } = 100;

    /// <summary>How many mails one connection may bring.</summary>
    /// <value>The default is 1,000.</value>
    public int MaxMailsPerConnection { get; set; } = 1000;

    /// <summary>How many refused commands end a connection.</summary>
    /// <value>The default is 100: a mail may name as many recipients that do not exist.</value>
    public int MaxErrors { get; set; } = 100;

    /// <summary>How long a client may be silent before it is answered 421.</summary>
    /// <value>The default is 5 minutes (RFC 5321 section 4.5.3.2.7).</value>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
