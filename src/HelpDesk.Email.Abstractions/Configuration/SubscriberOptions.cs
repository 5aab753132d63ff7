namespace HelpDesk.Email.Configuration;

/// <summary>Who gets the updates of a ticket besides its requester, below <c>Subscribers</c>.</summary>
public sealed class SubscriberOptions
{
    /// <summary>Whether the addresses of To and Cc of a mail that makes a ticket get its updates. Never our own addresses.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool FromNewMail { get; set; } = true;
}
