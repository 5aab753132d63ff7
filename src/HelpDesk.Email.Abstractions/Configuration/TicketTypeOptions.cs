namespace HelpDesk.Email.Configuration;

/// <summary>What a type brings to a ticket that is made with it, below <c>TicketTypes:NAME</c>.</summary>
public sealed class TicketTypeOptions
{
    /// <summary>The address of who works on such tickets, where neither a command nor a rule says so.</summary>
    public string? Assignee { get; set; }

    /// <summary>Addresses that are told of each such ticket, once, without becoming part of it.</summary>
    public IList<string> Notify { get; set; } = [];
}
