using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Testing.Conformance.Knowledge;

/// <summary>What the suite needs to know of the knowledge base it examines; derive it for yours.</summary>
/// <remarks>Each case makes one fixture, opens one knowledge base by it, and disposes it. Cases may run at once.</remarks>
public abstract class KnowledgeBaseFixture : IAsyncDisposable
{
    /// <summary>Makes a knowledge base of its own, without articles; called once.</summary>
    public abstract ValueTask<IKnowledgeBase> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Puts an article in, or in the place of the one with its id; the next search sees it.</summary>
    /// <remarks>Override it when the knowledge base is no <see cref="IKnowledgeWriter"/>: write your tables.</remarks>
    /// <exception cref="NotSupportedException">It is none, and this method was not overridden.</exception>
    public virtual ValueTask SaveAsync(IKnowledgeBase knowledge, KnowledgeArticle article, CancellationToken cancellationToken) =>
        WriterOf(knowledge, nameof(SaveAsync)).SaveAsync(article, cancellationToken);

    /// <summary>Takes an article away.</summary>
    /// <exception cref="NotSupportedException">The knowledge base is no <see cref="IKnowledgeWriter"/>, and this method was not overridden.</exception>
    public virtual ValueTask RemoveAsync(IKnowledgeBase knowledge, string id, CancellationToken cancellationToken) =>
        WriterOf(knowledge, nameof(RemoveAsync)).RemoveAsync(id, cancellationToken);

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static IKnowledgeWriter WriterOf(IKnowledgeBase knowledge, string member) => knowledge as IKnowledgeWriter
        ?? throw new NotSupportedException($"'{knowledge.GetType().Name}' is no {nameof(IKnowledgeWriter)}, so the suite can't fill it: override {member} in your fixture and write your tables.");
}
