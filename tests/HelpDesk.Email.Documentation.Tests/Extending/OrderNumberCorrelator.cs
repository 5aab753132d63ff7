using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region correlator
/// <summary>Finds the ticket about an order by the number of the order in the subject, for instance <c>ORD-4711</c>.</summary>
internal sealed class OrderNumberCorrelator(IOrders orders) : ITicketCorrelator
{
    private const string Prefix = "ORD-";

    public async ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var subject = context.Mail.Subject;
        var at = subject.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return [];
        }

        var digits = subject.AsSpan(at + Prefix.Length);
        var length = digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : digits.Length;
        var order = $"{Prefix}{digits[..length]}";

        // Anyone can write an order's number: it is worth as much as a tag, so the engine joins only those who belong to the ticket.
        return await orders.FindTicketAsync(order, cancellationToken) is { } ticket
            ? [new TicketCandidate(ticket, MatchStrength.Tag, $"order {order}")]
            : [];
    }
}
#endregion
