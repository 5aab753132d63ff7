namespace HelpDesk.Email.Configuration;

/// <summary>Bounds of the mail that nobody writes: acknowledgements and rejections. What is over a bound is never sent: it stays in the outbox as a row that says so.</summary>
public sealed class AutomaticAnswerOptions
{
    /// <summary>How long such mail waits before it is sent.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many to one address within 30 minutes.</summary>
    /// <value>The default is 3.</value>
    public int MaxPerAddressIn30Minutes { get; set; } = 3;

    /// <summary>How many to one address within 24 hours.</summary>
    /// <value>The default is 10.</value>
    public int MaxPerAddressInADay { get; set; } = 10;

    /// <summary>How many for one ticket within an hour.</summary>
    /// <value>The default is 5.</value>
    public int MaxPerTicketInAnHour { get; set; } = 5;

    /// <summary>Mail whose Date is older than this gets none.</summary>
    /// <value>The default is 24 hours.</value>
    public TimeSpan MaxMailAge { get; set; } = TimeSpan.FromHours(24);
}
