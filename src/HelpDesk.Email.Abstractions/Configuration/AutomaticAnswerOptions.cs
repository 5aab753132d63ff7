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

    /// <summary>How many to all addresses of one domain within an hour; 0: there is no such bound.</summary>
    /// <value>The default is 0.</value>
    public int MaxPerDomainInAnHour { get; set; }

    /// <summary>How many in all within an hour, whoever they go to: what stops a flood that nobody foresaw; 0: there is no such bound.</summary>
    /// <value>The default is 10,000.</value>
    public int MaxInAllInAnHour { get; set; } = 10_000;

    /// <summary>How many to another help desk within 24 hours, known by the header fields of its mail. They are acknowledgements of new tickets; nothing else is answered.</summary>
    /// <value>The default is 1.</value>
    public int MaxPerHelpDeskInADay { get; set; } = 1;

    /// <summary>Mail whose Date is older than this gets none.</summary>
    /// <value>The default is 24 hours.</value>
    public TimeSpan MaxMailAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Who gets none: addresses, and whole domains written as <c>@example.com</c>. One an element, or one a line.</summary>
    public IList<string> Exclude { get; set; } = [];
}
