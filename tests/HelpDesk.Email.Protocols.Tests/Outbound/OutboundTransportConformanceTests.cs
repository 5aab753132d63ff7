using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

[Collection(typeof(Alone))]
[Trait("Feature", "BE-10")]
public sealed class OutboundTransportConformanceTests
{
    public static TheoryData<ConformanceCase> PickupCases => [.. OutboundTransportConformance.Cases(() => new PickupFixture())];

    public static TheoryData<ConformanceCase> ListenerCases => [.. OutboundTransportConformance.Cases(() => new ListenerFixture())];

    public static TheoryData<ConformanceCase> ModernServerCases => [.. OutboundTransportConformance.Cases(() => new KeepingServerFixture(
        new KeepingSmtpServer("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE")))];

    public static TheoryData<ConformanceCase> PlainServerCases => [.. OutboundTransportConformance.Cases(() => new KeepingServerFixture(
        new KeepingSmtpServer { MostRecipients = 50 }))];

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(PickupCases), DisableDiscoveryEnumeration = true)]
    public Task A_pickup_folder_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(ListenerCases), DisableDiscoveryEnumeration = true)]
    public Task SMTP_to_our_own_listener_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(ModernServerCases), DisableDiscoveryEnumeration = true)]
    public Task SMTP_to_a_server_with_extensions_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(PlainServerCases), DisableDiscoveryEnumeration = true)]
    public Task SMTP_to_a_server_without_extensions_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
