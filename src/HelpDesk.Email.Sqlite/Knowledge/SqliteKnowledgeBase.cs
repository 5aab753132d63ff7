using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Knowledge;

/// <summary>Articles in the file, found by SQLite's full-text search.</summary>
internal sealed class SqliteKnowledgeBase(Database database) : IKnowledgeBase, IKnowledgeWriter
{
    public ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        return FullTextQuery.Of(query.Text) is { } match && query.MaxResults > 0
            ? database.ReadAsync(connection => ArticleTable.Search(connection, match, query), cancellationToken)
            : ValueTask.FromResult<IReadOnlyList<KnowledgeHit>>([]);
    }

    public async ValueTask SaveAsync(KnowledgeArticle article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        await database.WriteAsync(
            connection =>
            {
                ArticleTable.Remove(connection, article.Id);
                return ArticleTable.Add(connection, article);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        await database.WriteAsync(connection => ArticleTable.Remove(connection, id), cancellationToken).ConfigureAwait(false);
    }
}
