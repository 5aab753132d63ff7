using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Tickets;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;

namespace HelpDesk.Email.PostgreSql.Tests;

[Trait("Feature", "BE-01")]
[Trait("Feature", "BE-10")]
public sealed class PostgreSqlDeskConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. DeskConformance.Cases(() => new PostgreSqlTicketStoreConformanceTests.Fixture(), () => new PostgreSqlMailStoreConformanceTests.Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Both_stores_conform_together(ConformanceCase rule)
    {
        PostgreSqlPrograms.Require();
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }
}
