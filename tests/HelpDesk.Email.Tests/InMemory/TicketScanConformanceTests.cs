using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.InMemory;

/// <summary>A store that lists its tickets and leaves the rest to the defaults of the contract.</summary>
[Trait("Feature", "BE-10")]
public sealed class TicketScanConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketQueriesConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_defaults_conform(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Fixture : TicketStoreFixture
    {
        private readonly InMemoryTicketStore _store = new(TimeProvider.System);

        public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(new Lister(_store));

        public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken) => ValueTask.FromResult(crashed);

        public override ValueTask DisposeAsync()
        {
            _store.Dispose();
            return base.DisposeAsync();
        }
    }

    private sealed class Lister(InMemoryTicketStore inner) : ITicketStore, ITicketQueries
    {
        public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => inner.FindAsync(lookup, cancellationToken);

        public ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken) => inner.ApplyAsync(change, cancellationToken);

        public IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, CancellationToken cancellationToken) => inner.ListAsync(limit, cancellationToken);

        public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
            inner.OfRequesterAsync(requester, since, limit, cancellationToken);

        public IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, CancellationToken cancellationToken) => inner.EntriesAsync(ticketNumber, cancellationToken);
    }
}
