using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Records;

/// <summary>Tickets by keyword: <c>[ticket - new]</c>, <c>[ticket - 17]</c>, <c>[ticket - 17 - delete]</c>. They go the way of every mail to a ticket; deleting is closing.</summary>
internal sealed class TicketKeywords(ITicketStore tickets)
{
    /// <summary>The module's name.</summary>
    public const string Name = "ticket";

    private const int MaxMerges = 10;

    /// <returns>What was understood, for the trace.</returns>
    public async ValueTask<string> TakeAsync(InboundContext context, RecordReference reference, CancellationToken cancellationToken)
    {
        if (RecordPermission.WhyNot(context, Name, ContactRole.Technician) is { } reason)
        {
            // Everybody may make a ticket and write to their own; only what is more than that was refused.
            return reference.Operation == RecordOperation.Delete ? Refuse(context, reference, reason) : $"{reference} as an ordinary mail: {reason}";
        }

        if (reference.Operation == RecordOperation.Create)
        {
            context.Match = null;
            context.Draft.Subject = reference.Rest;
        }
        else if (await FindAsync(reference.Id!, cancellationToken).ConfigureAwait(false) is not { } ticket)
        {
            return Refuse(context, reference, "there is no such ticket");
        }
        else if (context.Match?.Ticket.Number != ticket.Number)
        {
            context.Match = new TicketMatch(ticket, new TicketCandidate(ticket.Number, MatchStrength.Tag, $"keyword {reference}"));
        }

        var set = TicketFields.Write(context, isNew: reference.Operation == RecordOperation.Create);
        if (reference.Operation == RecordOperation.Delete)
        {
            context.Draft.Status = TicketStatus.Closed;
        }

        context.Evidence.Add($"keyword {reference}");
        return set.Count == 0 ? reference.ToString() : $"{reference} sets {string.Join(", ", set)}";
    }

    private static string Refuse(InboundContext context, RecordReference reference, string reason)
    {
        context.Draft.Notes.Add($"{reference} was refused: {reason}");
        return $"{reference} refused: {reason}";
    }

    private async ValueTask<TicketSnapshot?> FindAsync(string number, CancellationToken cancellationToken)
    {
        for (var merges = 0; merges < MaxMerges; merges++)
        {
            var found = await tickets.FindAsync(TicketLookup.Of(number), cancellationToken).ConfigureAwait(false);
            if (found.Count == 0 || found[0].MergedInto is null)
            {
                return found.Count == 0 ? null : found[0];
            }

            number = found[0].MergedInto!;
        }

        return null;
    }
}
