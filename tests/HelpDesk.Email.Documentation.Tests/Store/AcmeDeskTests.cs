using CustomTicketStore;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;

namespace HelpDesk.Email.Documentation.Tests.Store;

#region store-desk-binding
public sealed class AcmeDeskTests
{
    public static TheoryData<ConformanceCase> Cases => [.. DeskConformance.Cases(() => new AcmeFixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Acmes_desk_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
#endregion
