using HelpDesk.Email.InMemory;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.InMemory;

[Trait("Feature", "BE-10")]
public sealed class InMemoryTicketStoreConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketStoreConformance.Cases(() => new Fixture()), .. TicketQueriesConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_in_memory_ticket_store_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    internal sealed class Fixture : TicketStoreFixture
    {
        private readonly InMemoryTicketStore _store = new(TimeProvider.System, new InMemoryTicketStoreOptions { NumberPrefix = "HD-" });

        public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(_store);

        public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken) => ValueTask.FromResult(crashed);

        public override ValueTask DisposeAsync()
        {
            _store.Dispose();
            return base.DisposeAsync();
        }
    }
}
