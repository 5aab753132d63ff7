using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;

namespace HelpDesk.Email.AcmeDesk.Tests;

[Trait("Feature", "BE-10")]
public sealed class StoreTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketStoreConformance.Cases(() => new AcmeFixture()), .. TicketQueriesConformance.Cases(() => new AcmeFixture())];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Acmes_store_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
