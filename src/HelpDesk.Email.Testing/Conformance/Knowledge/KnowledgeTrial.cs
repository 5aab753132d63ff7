using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Testing.Conformance.Knowledge;

/// <summary>One knowledge base on trial, with the words in which the proofs speak.</summary>
internal sealed class KnowledgeTrial : IAsyncDisposable
{
    private readonly KnowledgeBaseFixture _fixture;
    private IKnowledgeBase _knowledge = null!;

    private KnowledgeTrial(KnowledgeBaseFixture fixture, CancellationToken cancellationToken) => (_fixture, Cancellation) = (fixture, cancellationToken);

    public CancellationToken Cancellation { get; }

    public static async Task<KnowledgeTrial> OpenAsync(KnowledgeBaseFixture fixture, CancellationToken cancellationToken)
    {
        var trial = new KnowledgeTrial(fixture, cancellationToken);
        trial._knowledge = await fixture.OpenAsync(cancellationToken).ConfigureAwait(false);
        return trial;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    public async Task SaveAsync(params KnowledgeArticle[] articles)
    {
        foreach (var article in articles)
        {
            await _fixture.SaveAsync(_knowledge, article, Cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Articles that have nothing to do with anything: without others no word is rare.</summary>
    public Task FillAsync() => SaveAsync([.. Enumerable.Range(1, 10).Select(i => new KnowledgeArticle($"filler-{i}", $"Canteen menu {i}", $"Soup number {i}, and the fish of the day."))]);

    public async Task RemoveAsync(string id) => await _fixture.RemoveAsync(_knowledge, id, Cancellation).ConfigureAwait(false);

    public async Task<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query) => await _knowledge.SearchAsync(query, Cancellation).ConfigureAwait(false);

    public async Task ExpectAsync(KnowledgeQuery query, string what, params string[] ids) =>
        Expect.SameList(ids, (await SearchAsync(query).ConfigureAwait(false)).Select(hit => hit.Id), what);
}
