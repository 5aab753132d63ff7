using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Store;

#region store-empty
public sealed class EmptyTicketStore : ITicketStore
{
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) =>
        throw new NotSupportedException("FindAsync is not written yet.");

    public ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken) =>
        throw new NotSupportedException("ApplyAsync is not written yet.");
}
#endregion
