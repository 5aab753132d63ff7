using CustomTicketStore;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Store;

#region store-binding
public sealed class AcmeTicketStoreTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketStoreConformance.Cases(() => new AcmeFixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Acmes_store_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
#endregion
