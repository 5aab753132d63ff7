using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Tickets;

[Trait("Feature", "BE-10")]
public sealed class PostgreSqlTicketStoreConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketStoreConformance.Cases(() => new Fixture()), .. TicketQueriesConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_ticket_store_conforms(ConformanceCase rule)
    {
        PostgreSqlPrograms.Require();
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }

    internal sealed class Fixture : TicketStoreFixture
    {
        private readonly StoreSchema _schema = new();

        public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => Open();

        public override ValueTask<ITicketStore> OpenSecondAsync(ITicketStore first, CancellationToken cancellationToken) => Open();

        public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken)
        {
            _schema.Crash();
            return Open();
        }

        public override ValueTask DisposeAsync()
        {
            _schema.Dispose();
            return base.DisposeAsync();
        }

        private ValueTask<ITicketStore> Open() =>
            ValueTask.FromResult<ITicketStore>(_schema.Open(_schema.Options with { TicketNumberPrefix = "HD-" }).Tickets);
    }
}
