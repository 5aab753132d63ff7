using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>What the suite needs to know of the ticket store it examines; derive it for yours.</summary>
/// <remarks>Each case makes one fixture, opens one store by it, and disposes it. Cases may run at once.</remarks>
public abstract class TicketStoreFixture : IAsyncDisposable
{
    /// <summary>What the store keeps of a ticket besides what every store keeps; the suite does not ask for the rest.</summary>
    /// <value>The default is <see cref="TicketDetails.All"/>.</value>
    public virtual TicketDetails Details => TicketDetails.All;

    /// <summary>Whether the store keeps files in this process's memory.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool HoldsFiles => false;

    /// <summary>Makes a store of its own, without tickets; called once.</summary>
    public abstract ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens the same tickets again as after a crash: whatever the process only remembered is gone.</summary>
    /// <param name="crashed">The store as it was; it is not used any more. Don't let it finish or write anything.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A new store over the same data; for a store that lives in memory alone, <paramref name="crashed"/>.</returns>
    public abstract ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken);

    /// <summary>Opens the same tickets once more beside the first, as a second process would.</summary>
    /// <param name="first">The store that goes on being used.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Another store over the same data; by default <paramref name="first"/> itself.</returns>
    public virtual ValueTask<ITicketStore> OpenSecondAsync(ITicketStore first, CancellationToken cancellationToken) =>
        ValueTask.FromResult(first);

    /// <summary>Reads the entries of a ticket, the oldest first, with their files.</summary>
    /// <remarks>Override it when the store is no <see cref="ITicketQueries"/>: read your tables.</remarks>
    /// <exception cref="NotSupportedException">The store is no <see cref="ITicketQueries"/>, and this method was not overridden.</exception>
    public virtual IAsyncEnumerable<TicketEntry> ReadEntriesAsync(ITicketStore store, string ticketNumber, CancellationToken cancellationToken) =>
        store is ITicketQueries queries
            ? queries.EntriesAsync(ticketNumber, cancellationToken)
            : throw new NotSupportedException(
                $"'{store.GetType().Name}' is no ITicketQueries, so the suite can't see its entries: override {nameof(ReadEntriesAsync)} in your fixture and read them from your tables.");

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
