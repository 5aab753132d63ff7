using CustomTicketStore;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Store;

#region store-lists-binding
public sealed class AcmeTicketListTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TicketQueriesConformance.Cases(() => new AcmeFixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Acmes_lists_conform(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
#endregion
