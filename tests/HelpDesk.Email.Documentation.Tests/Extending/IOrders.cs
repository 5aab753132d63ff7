namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The orders of a shop.</summary>
internal interface IOrders
{
    /// <summary>The number of the ticket about an order, or <see langword="null"/>.</summary>
    ValueTask<string?> FindTicketAsync(string order, CancellationToken cancellationToken);
}
