using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region transport-binding
[Collection(typeof(Alone))]
public sealed class AcmeApiConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. OutboundTransportConformance.Cases(() => new AcmeApiFixture())];

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Acmes_transport_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
#endregion
