using HelpDesk.Email.Contacts;
using HelpDesk.Email.Correlation;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Records;

/// <summary>Tickets by keyword: <c>[ticket - new]</c>, <c>[ticket - 17]</c>, <c>[ticket - 17 - delete]</c>. They go the way of every mail to a ticket; deleting is closing.</summary>
internal sealed class TicketKeywords(TicketFinder tickets)
{
    /// <summary>The module's name.</summary>
    public const string Name = "ticket";

    /// <returns>What was understood, for the trace.</returns>
    public async ValueTask<string> TakeAsync(InboundContext context, RecordRequest request, CancellationToken cancellationToken)
    {
        if (RecordPermission.WhyNot(context, Name, ContactRole.Technician) is { } reason)
        {
            // Everybody may make a ticket and write to their own; only what is more than that was refused.
            return request.Operation == RecordOperation.Delete ? Refuse(context, request, reason) : $"{request} as an ordinary mail: {reason}";
        }

        if (request.Operation == RecordOperation.Create)
        {
            context.Match = null;
            context.Draft.Subject = request.Rest;
        }
        else if (await tickets.FindAsync(request.Id!, cancellationToken).ConfigureAwait(false) is not { } ticket)
        {
            return Refuse(context, request, "there is no such ticket");
        }
        else if (context.Match?.Ticket.Number != ticket.Number)
        {
            context.Match = new TicketMatch(ticket, new TicketCandidate(ticket.Number, MatchStrength.Tag, $"keyword {request}"));
        }

        var set = TicketFields.Write(context, isNew: request.Operation == RecordOperation.Create);
        if (request.Operation == RecordOperation.Delete)
        {
            context.Draft.Status = TicketStatus.Closed;
        }

        context.Evidence.Add($"keyword {request}");
        return set.Count == 0 ? request.ToString() : $"{request} sets {string.Join(", ", set)}";
    }

    private static string Refuse(InboundContext context, RecordRequest request, string reason)
    {
        context.Draft.Notes.Add($"{request} was refused: {reason}");
        return $"{request} refused: {reason}";
    }
}
