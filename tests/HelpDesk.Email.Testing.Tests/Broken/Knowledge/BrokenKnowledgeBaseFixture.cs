using HelpDesk.Email.InMemory;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Testing.Conformance.Knowledge;

namespace HelpDesk.Email.Testing.Tests.Broken.Knowledge;

internal sealed class BrokenKnowledgeBaseFixture(KnowledgeDefect defect) : KnowledgeBaseFixture
{
    public override ValueTask<IKnowledgeBase> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IKnowledgeBase>(new Tampered(defect));

    private sealed class Tampered(KnowledgeDefect defect) : IKnowledgeBase, IKnowledgeWriter
    {
        private readonly InMemoryKnowledgeBase _inner = new();

        public async ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken) =>
            [.. defect.Found(query, await _inner.SearchAsync(defect.Query(query), cancellationToken))];

        public ValueTask SaveAsync(KnowledgeArticle article, CancellationToken cancellationToken) => _inner.SaveAsync(defect.Saved(article), cancellationToken);

        public ValueTask RemoveAsync(string id, CancellationToken cancellationToken) => _inner.RemoveAsync(defect.Removed(id), cancellationToken);
    }
}
