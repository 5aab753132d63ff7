using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mailboxes;

namespace HelpDesk.Email.Servers.Tests.Sources;

/// <summary>The sources by IMAP and POP3 pass the conformance suite at a real server too.</summary>
[Trait("Feature", "BE-10")]
public sealed class ConformanceTests(MailServers servers)
{
    // The rules are listed before there is a server.
    private static readonly AsyncLocal<MailServers?> Current = new();

    public static TheoryData<ConformanceCase> Imap => [.. MailboxSourceConformance.Cases(() => new DovecotFixture(Current.Value!, "Imap"))];

    public static TheoryData<ConformanceCase> Pop3 => [.. MailboxSourceConformance.Cases(() => new DovecotFixture(Current.Value!, "Pop3"))];

    [Theory]
    [MemberData(nameof(Imap), DisableDiscoveryEnumeration = true)]
    public Task An_IMAP_mailbox_at_Dovecot_conforms(ConformanceCase rule) => RunAsync(rule);

    [Theory]
    [MemberData(nameof(Pop3), DisableDiscoveryEnumeration = true)]
    public Task A_POP3_mailbox_at_Dovecot_conforms(ConformanceCase rule) => RunAsync(rule);

    private Task RunAsync(ConformanceCase rule)
    {
        ServerPrograms.Require();
        Current.Value = servers;
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }
}
