using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mailboxes;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region mailbox-source-binding
[Collection(typeof(Alone))]
public sealed class TableMailboxConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. MailboxSourceConformance.Cases(() => new TableMailboxFixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_table_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
}
#endregion
