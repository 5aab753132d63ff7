using HelpDesk.Email.InMemory;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Knowledge;

namespace HelpDesk.Email.Tests.InMemory;

[Trait("Feature", "BE-10")]
public sealed class InMemoryKnowledgeBaseConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. KnowledgeBaseConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_in_memory_knowledge_base_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Fixture : KnowledgeBaseFixture
    {
        public override ValueTask<IKnowledgeBase> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IKnowledgeBase>(new InMemoryKnowledgeBase());
    }
}
