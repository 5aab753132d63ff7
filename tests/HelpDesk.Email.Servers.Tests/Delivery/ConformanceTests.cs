using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>The transport by SMTP passes the conformance suite at a real server too.</summary>
[Collection(nameof(Alone))]
[Trait("Feature", "BE-10")]
public sealed class ConformanceTests(MailServers servers)
{
    // The rules are listed before there is a server.
    private static readonly AsyncLocal<MailServers?> Current = new();

    public static TheoryData<ConformanceCase> Cases => [.. OutboundTransportConformance.Cases(() => new PostfixFixture(Current.Value!))];

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)])]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task SMTP_at_Postfix_conforms(ConformanceCase rule)
    {
        ServerPrograms.Require();
        Current.Value = servers;
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }
}
