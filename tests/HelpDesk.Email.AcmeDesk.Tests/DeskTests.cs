using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;

namespace HelpDesk.Email.AcmeDesk.Tests;

[Trait("Feature", "BE-01")]
[Trait("Feature", "BE-10")]
public sealed class DeskTests
{
    public static TheoryData<ConformanceCase> Cases => [.. DeskConformance.Cases(() => new AcmeFixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Acmes_store_conforms_with_the_engine(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
