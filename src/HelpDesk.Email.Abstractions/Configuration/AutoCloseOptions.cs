namespace HelpDesk.Email.Configuration;

/// <summary>Tickets that nobody answers any more, below <c>Departments:NAME:AutoClose</c>. A reply opens them again as <c>ClosedTicketPolicy</c> says.</summary>
public sealed class AutoCloseOptions
{
    /// <summary>Whether they are closed.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Enabled { get; set; }

    /// <summary>How long after the last public message.</summary>
    /// <value>The default is 5 days.</value>
    public TimeSpan After { get; set; } = TimeSpan.FromDays(5);

    /// <summary>Whether only tickets are closed whose last public message a technician wrote: those that wait for the help desk stay open.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool OnlyWhenWaitingForRequester { get; set; } = true;

    /// <summary>The template of the mail that tells the requester; absent: <c>auto-close</c>.</summary>
    public string? Template { get; set; }
}
