using HelpDesk.Email.Sqlite.Tests.Tickets;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;

namespace HelpDesk.Email.Sqlite.Tests;

[Trait("Feature", "BE-01")]
[Trait("Feature", "BE-10")]
public sealed class SqliteDeskConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. DeskConformance.Cases(() => new SqliteTicketStoreConformanceTests.Fixture(), () => new SqliteMailStoreConformanceTests.Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Both_stores_conform_together(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
