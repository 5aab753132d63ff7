namespace HelpDesk.Email.Configuration;

/// <summary>Who a sender is, and how sure we are, below <c>Identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>The authserv-id of our own server (RFC 8601), whose Authentication-Results count; absent: senders are not evaluated.</summary>
    public string? AuthenticationServer { get; set; }

    /// <summary>Further hosts of our own, whose Received fields may stand above those results: each with all hosts below it.</summary>
    public IList<string> TrustedRelays { get; set; } = [];

    /// <summary>Whether a sender who was not evaluated counts as unverified.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Strict { get; set; }

    /// <summary>Whether mail is taken from people who are not registered; otherwise they are refused and told so.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AcceptUnregistered { get; set; } = true;

    /// <summary>Whether mail of others than technicians joins a ticket in the name of its assignee; a note always shows the real sender.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool InNameOfAssignee { get; set; }

    /// <summary>Addresses of web forms: of a mail from one of them, the one address in Reply-To is the customer. It gives no command.</summary>
    public IList<string> WebForms { get; set; } = [];

    /// <summary>Whether a customer's mail that a technician forwards makes a ticket of that customer.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ForwardsByTechnicians { get; set; }
}
