using HelpDesk.Email.Knowledge;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Knowledge;

/// <summary>Articles in the database, found by its full-text search.</summary>
internal sealed class PostgreSqlKnowledgeBase(Database database) : IKnowledgeBase, IKnowledgeWriter
{
    private const int MaxWords = 40;

    public async ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var words = KnowledgeWords.Of(query.Text, MaxWords);
        return words.Count == 0 || query.MaxResults <= 0 ? [] : await database.ReadAsync(
            (session, token) => session.QueryAsync([ArticleTable.Find(words, query)], row => ArticleTable.Map(row, words), token),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SaveAsync(KnowledgeArticle article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        await database.ExecuteAsync([ArticleTable.Save(article)], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        await database.ExecuteAsync([ArticleTable.Remove(id)], cancellationToken).ConfigureAwait(false);
    }
}
