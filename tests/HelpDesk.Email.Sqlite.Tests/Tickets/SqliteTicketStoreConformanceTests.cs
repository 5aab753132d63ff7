using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tests.Tickets;

[Trait("Feature", "BE-10")]
public sealed class SqliteTicketStoreConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketStoreConformance.Cases(() => new Fixture()), .. TicketQueriesConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_ticket_store_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    internal sealed class Fixture : TicketStoreFixture
    {
        private readonly List<StoreFolder> _folders = [new()];

        public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => Open();

        public override ValueTask<ITicketStore> OpenSecondAsync(ITicketStore first, CancellationToken cancellationToken) => Open();

        public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken)
        {
            _folders.Add(_folders[^1].Crash());
            return Open();
        }

        public override ValueTask DisposeAsync()
        {
            _folders.ForEach(folder => folder.Dispose());
            return base.DisposeAsync();
        }

        private ValueTask<ITicketStore> Open() =>
            ValueTask.FromResult<ITicketStore>(_folders[^1].Open(_folders[^1].Options with { TicketNumberPrefix = "HD-" }).Tickets);
    }
}
