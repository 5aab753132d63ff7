namespace HelpDesk.Email.Configuration;

/// <summary>One category of tickets, below <c>Categories:NAME</c>.</summary>
public sealed class CategoryOptions
{
    /// <summary>The addresses of its technicians, where the host has no <c>ITicketAudience</c> that says it.</summary>
    public IList<string> Technicians { get; set; } = [];
}
