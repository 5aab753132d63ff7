namespace HelpDesk.Email.Configuration;

/// <summary>One department, below <c>Departments:NAME</c>.</summary>
public sealed class DepartmentOptions
{
    /// <summary>What a person's mail to a closed ticket does.</summary>
    /// <value>The default is <see cref="ClosedTicketPolicy.Reopen"/>.</value>
    public ClosedTicketPolicy ClosedTicketPolicy { get; set; } = ClosedTicketPolicy.Reopen;

    /// <summary>The acknowledgement of new tickets.</summary>
    public AutoresponderOptions Autoresponder { get; set; } = new();
}
