using HelpDesk.Email.Protocols.Tests.Outbound;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.MailKit.Tests.Delivery;

/// <summary>The rules of transports, at servers with much and with little to offer.</summary>
[Collection(typeof(Alone))]
[Trait("Feature", "BE-10")]
public sealed class ConformanceTests
{
    public static TheoryData<ConformanceCase> ModernServerCases => [.. OutboundTransportConformance.Cases(() => new KeepingServerFixture(
        new KeepingSmtpServer("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE")))];

    public static TheoryData<ConformanceCase> PlainServerCases => [.. OutboundTransportConformance.Cases(() => new KeepingServerFixture(
        new KeepingSmtpServer { MostRecipients = 50 }))];

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(ModernServerCases), DisableDiscoveryEnumeration = true)]
    public Task SMTP_to_a_server_with_extensions_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(PlainServerCases), DisableDiscoveryEnumeration = true)]
    public Task SMTP_to_a_server_without_extensions_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
