namespace HelpDesk.Email.Configuration;

/// <summary>How outgoing mail is delivered, below <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>
    /// For how long a mail that could not be sent yet holds back later mails of the same ticket to the same recipient, so that
    /// they arrive in the order in which they were written. Nobody else waits for it.
    /// </summary>
    /// <value>The default is 1 hour; from 0 (no order) to 5 days.</value>
    public TimeSpan KeepOrderFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>For how long an address gets no mail after a report said that there is no such address; 0 to suppress none.</summary>
    /// <value>The default is 60 days; from 0 to 10 years.</value>
    public TimeSpan SuppressFor { get; set; } = TimeSpan.FromDays(60);
}
