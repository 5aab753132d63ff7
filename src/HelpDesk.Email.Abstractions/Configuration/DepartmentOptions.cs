namespace HelpDesk.Email.Configuration;

/// <summary>One department, below <c>Departments:NAME</c>.</summary>
public sealed class DepartmentOptions
{
    /// <summary>What a person's mail to a closed ticket does.</summary>
    /// <value>The default is <see cref="ClosedTicketPolicy.Reopen"/>.</value>
    public ClosedTicketPolicy ClosedTicketPolicy { get; set; } = ClosedTicketPolicy.Reopen;

    /// <summary>Whether tickets may be started by mail. Where not, the sender is told so; mail to the tickets that there are is taken all the same.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AcceptsMail { get; set; } = true;

    /// <summary>Who may start a ticket by mail, besides what the mailbox says. Anybody else is told so; mail to the tickets that there are is taken all the same.</summary>
    /// <value>The default is <see cref="TicketStarters.Everyone"/>.</value>
    public TicketStarters NewTicketsFrom { get; set; } = TicketStarters.Everyone;

    /// <summary>Whether mail that programs write by themselves, such as a monitoring system, opens a closed ticket again. Automatic replies never do.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AutomaticMailReopens { get; set; }

    /// <summary>The addresses of its technicians, who are told of its tickets, where the host has no <c>ITicketAudience</c> that says it.</summary>
    public IList<string> Technicians { get; set; } = [];

    /// <summary>The acknowledgement of new tickets.</summary>
    public AutoresponderOptions Autoresponder { get; set; } = new();

    /// <summary>Tickets that nobody answers any more.</summary>
    public AutoCloseOptions AutoClose { get; set; } = new();

    /// <summary>The question how the help was.</summary>
    public SurveyOptions Survey { get; set; } = new();

    /// <summary>The brand it belongs to, one of <c>Brands</c>; absent: none.</summary>
    public string? Brand { get; set; }

    /// <summary>The outgoing account of its mail; absent: the brand's, else the mailbox's.</summary>
    public string? Account { get; set; }

    /// <summary>The address its mail comes from; absent: that of the brand, else of the account.</summary>
    public string? From { get; set; }

    /// <summary>The name beside the address; absent: that of the brand, else of the account.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Where answers are to go; absent: as the brand says, else the mailbox.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Which name stands in mail that a person wrote; absent: as the brand says, else the account.</summary>
    public AuthorNames? AuthorNames { get; set; }

    /// <summary>The language of its mail, and of dates in it, for instance <c>de</c> or <c>en-GB</c>; absent: the brand's, else <c>Composition:Culture</c>.</summary>
    public string? Culture { get; set; }

    /// <summary>The time zone of times in its mail, for instance <c>Europe/Berlin</c>; absent: the brand's, else <c>Composition:TimeZone</c>.</summary>
    public string? TimeZone { get; set; }
}
