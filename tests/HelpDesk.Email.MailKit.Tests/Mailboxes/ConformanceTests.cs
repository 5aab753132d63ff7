using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mailboxes;

namespace HelpDesk.Email.MailKit.Tests.Mailboxes;

/// <summary>The rules of mailbox sources, over a small server and over Dovecot.</summary>
[Trait("Feature", "BE-10")]
public sealed class ConformanceTests(MailServers servers)
{
    private static readonly AfterProcessing[] ByImap = [AfterProcessing.Move, AfterProcessing.MarkRead, AfterProcessing.Delete];

    public static TheoryData<ConformanceCase> ImapCases => [.. MailboxSourceConformance.Cases(() => new SmallServerFixture(new SmallImapServer(), Sources.Imap(), ByImap))];

    public static TheoryData<ConformanceCase> Pop3Cases => [.. MailboxSourceConformance.Cases(() => new SmallServerFixture(new SmallPop3Server(), Sources.Pop3(), AfterProcessing.Delete))];

    public static TheoryData<string, string> DovecotCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var kind in new[] { "Imap", "Pop3" })
            {
                foreach (var rule in MailboxSourceConformance.Cases(() => throw new InvalidOperationException("Its name alone is wanted.")))
                {
                    cases.Add(kind, rule.Name);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(ImapCases), DisableDiscoveryEnumeration = true)]
    public Task IMAP_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(Pop3Cases), DisableDiscoveryEnumeration = true)]
    public Task POP3_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(DovecotCases))]
    public Task At_Dovecot_they_conform(string kind, string rule)
    {
        var actions = kind == "Imap" ? ByImap : [AfterProcessing.Delete];
        var user = servers.NextUser();
        return MailboxSourceConformance.Cases(() => new DovecotFixture(servers, user, kind, actions))
            .Single(each => each.Name == rule)
            .RunAsync(TestContext.Current.CancellationToken);
    }
}
