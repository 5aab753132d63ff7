using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Protocols.Pop3.Source;
using HelpDesk.Email.Protocols.Tests.Drop;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mailboxes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Sources;

[Trait("Feature", "BE-10")]
public sealed class MailboxSourceConformanceTests
{
    public static TheoryData<ConformanceCase> ImapCases => [.. MailboxSourceConformance.Cases(() => new SmallServerFixture(
        new SmallImapServer(), new ImapMailboxSourceFactory(null, TimeProvider.System, NullLogger<ImapMailboxSource>.Instance), AfterProcessing.Move, AfterProcessing.MarkRead, AfterProcessing.Delete))];

    public static TheoryData<ConformanceCase> Pop3Cases => [.. MailboxSourceConformance.Cases(() => new SmallServerFixture(
        new SmallPop3Server(), new Pop3MailboxSourceFactory(null, TimeProvider.System, NullLogger<Pop3MailboxSource>.Instance), AfterProcessing.Delete))];

    public static TheoryData<ConformanceCase> DropFolderCases => [.. MailboxSourceConformance.Cases(() => new DropFolderFixture())];

    [Theory, MemberData(nameof(ImapCases), DisableDiscoveryEnumeration = true)]
    public Task IMAP_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(Pop3Cases), DisableDiscoveryEnumeration = true)]
    public Task POP3_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(DropFolderCases), DisableDiscoveryEnumeration = true)]
    public Task A_drop_folder_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
