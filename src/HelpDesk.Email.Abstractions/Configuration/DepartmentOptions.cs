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
}
