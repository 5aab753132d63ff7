using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Knowledge;

namespace HelpDesk.Email.Sqlite.Tests.Knowledge;

[Trait("Feature", "AU-02")]
[Trait("Feature", "BE-10")]
public sealed class SqliteKnowledgeBaseConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. KnowledgeBaseConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_knowledge_base_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Fixture : KnowledgeBaseFixture
    {
        private readonly StoreFolder _folder = new();

        public override ValueTask<IKnowledgeBase> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IKnowledgeBase>(_folder.Open(_folder.Options).Knowledge);

        public override ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return base.DisposeAsync();
        }
    }
}
