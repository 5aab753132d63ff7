namespace HelpDesk.Email.Configuration;

/// <summary>Who gets the updates of a ticket besides its requester, below <c>Subscribers</c>.</summary>
public sealed class SubscriberOptions
{
    /// <summary>Whether the addresses of To and Cc of a mail that makes a ticket get its updates. Never our own addresses.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool FromNewMail { get; set; } = true;

    /// <summary>Whether the addresses of To and Cc of a reply get the updates too, when its sender belongs to the ticket or works on it.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool FromReplies { get; set; }

    /// <summary>How many people at most get the updates of a ticket because mails named them.</summary>
    /// <value>The default is 50.</value>
    public int MaxPerTicket { get; set; } = 50;
}
