using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;

namespace HelpDesk.Email.Tests.InMemory;

[Trait("Feature", "BE-01")]
[Trait("Feature", "BE-10")]
public sealed class InMemoryDeskConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. DeskConformance.Cases(() => new InMemoryTicketStoreConformanceTests.Fixture(), () => new InMemoryMailStoreConformanceTests.Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Both_stores_conform_together(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
