using HelpDesk.Email.Knowledge;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Knowledge;

namespace HelpDesk.Email.PostgreSql.Tests.Knowledge;

[Trait("Feature", "AU-02")]
[Trait("Feature", "BE-10")]
public sealed class PostgreSqlKnowledgeBaseConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. KnowledgeBaseConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_knowledge_base_conforms(ConformanceCase rule)
    {
        PostgreSqlPrograms.Require();
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Fixture : KnowledgeBaseFixture
    {
        private readonly StoreSchema _schema = new();

        public override ValueTask<IKnowledgeBase> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IKnowledgeBase>(_schema.Open(_schema.Options).Knowledge);

        public override ValueTask DisposeAsync()
        {
            _schema.Dispose();
            return base.DisposeAsync();
        }
    }
}
