namespace HelpDesk.Email.Configuration;

/// <summary>The links in outgoing mail, below <c>Links</c>. Without <see cref="RootUrl"/> and <see cref="Host"/> mails have no links.</summary>
public sealed class LinksOptions
{
    /// <summary>Where the host's pages are, as people reach them: <c>https://help.example.com/desk</c>. Absent: it is made of <c>Host</c>, <c>Port</c> and <c>VirtualDirectory</c>.</summary>
    public string? RootUrl { get; set; }

    /// <summary>The name of the web server, in place of <c>RootUrl</c>.</summary>
    public string? Host { get; set; }

    /// <summary>The port of the web server beside <c>Host</c>; absent: the usual one.</summary>
    public int? Port { get; set; }

    /// <summary>The path of the application on the web server beside <c>Host</c>, for instance <c>desk</c>; absent: the server's root.</summary>
    public string? VirtualDirectory { get; set; }

    /// <summary>Whether a URL that is made of <c>Host</c> begins with <c>https</c>, and not with <c>http</c>.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Encrypted { get; set; } = true;

    /// <summary>The page of a ticket below the root, for who is logged in to the host; <c>{number}</c> stands for the ticket's number.</summary>
    /// <value>The default is <c>tickets/{number}</c>.</value>
    public string TicketPath { get; set; } = "tickets/{number}";

    /// <summary>The path below the root under which the signed links are answered. A change needs a restart.</summary>
    /// <value>The default is <c>mail-links</c>.</value>
    public string Path { get; set; } = "mail-links";

    /// <summary>The pages where people help themselves: a URL, or a path below the root; absent: mails have no such link.</summary>
    public string? SelfServiceUrl { get; set; }

    /// <summary>Where the link to the ticket stands in a mail.</summary>
    /// <value>The default is <see cref="LinkPlacement.Bottom"/>.</value>
    public LinkPlacement Placement { get; set; } = LinkPlacement.Bottom;

    /// <summary>How long the link by which a person sees the one ticket without a log-in is good for.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan ViewValidity { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether mails to the requester of a ticket have a link that logs in. Technicians and administrators never get one.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AutologinEnabled { get; set; }

    /// <summary>How long a link that logs in is good for.</summary>
    /// <value>The default is 3 days.</value>
    public TimeSpan AutologinValidity { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Whether the mail about a closed ticket asks its requester for a rating.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RatingEnabled { get; set; } = true;

    /// <summary>The words that ask for it; absent: those of the template.</summary>
    public string? RatingPrompt { get; set; }

    /// <summary>How long a ticket can be rated by the links of a mail.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan RatingValidity { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether mails to subscribers have a link, and the header fields of RFC 8058, that end the subscription.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool UnsubscribeEnabled { get; set; } = true;
}
