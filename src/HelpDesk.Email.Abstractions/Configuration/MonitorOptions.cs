namespace HelpDesk.Email.Configuration;

/// <summary>What the monitor of the mailboxes says, and to whom.</summary>
public sealed class MonitorOptions
{
    /// <summary>After so many refused log-ins in a row a ticket of "System - Email Monitor" is made; 0 for none.</summary>
    /// <value>The default is 3.</value>
    public int TicketAfterRefusedLogins { get; set; } = 3;

    /// <summary>The template of that ticket's words; absent: those that are built in, which also stand in when the template is gone later.</summary>
    public string? TicketTemplate { get; set; }

    /// <summary>Mail about troubles of the help desk itself.</summary>
    public ErrorMailOptions ErrorMail { get; set; } = new();
}
