using HelpDesk.Email.Knowledge;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Knowledge;

/// <summary>The articles and the words by which they are found.</summary>
internal static class ArticleTable
{
    // What the index holds has a limit of its own.
    private const int MaxWords = 15_000;

    // How many articles there are is the server's estimate: to count them would read them all. A word in the title weighs as much as five in the text, a rare one more than one that all have. Among equals the older article comes first.
    internal const string Search =
        """
        WITH asked AS MATERIALIZED (
            SELECT word, quote_literal(word)::tsquery AS anywhere, (quote_literal(word) || ':A')::tsquery AS in_title,
                (SELECT count(*) FROM knowledge_article k WHERE k.words @@ quote_literal(word)::tsquery) AS articles
            FROM unnest($1) AS each (word)),
        total AS MATERIALIZED (
            SELECT greatest((SELECT reltuples FROM pg_class WHERE oid = 'knowledge_article'::regclass), (SELECT max(articles) FROM asked)) AS articles)
        SELECT a.name, a.title, a.url, a.folder, a.text
        FROM knowledge_article a CROSS JOIN LATERAL (
            SELECT sum(ln(1 + total.articles / (1.0 + asked.articles)) * CASE WHEN a.words @@ asked.in_title THEN 5 ELSE 1 END) AS weight
            FROM asked, total WHERE a.words @@ asked.anywhere) found
        WHERE a.words @@ $2::tsquery
            AND (cardinality($3) = 0 OR a.folder_key = ANY ($3) OR EXISTS (SELECT 1 FROM unnest($3) AS wanted (folder) WHERE starts_with(a.folder_key, wanted.folder || '/')))
            AND ($4 IS NULL OR a.culture_key IS NULL OR a.culture_key = $4 OR starts_with($4, a.culture_key || '-'))
        ORDER BY found.weight DESC, a.id LIMIT $5
        """;

    /// <summary>Finds articles that have any of some words, the best first.</summary>
    public static Sql Find(IReadOnlyList<string> words, KnowledgeQuery query) => Sql.Read(Search)
        .Add(words)

        // A word has letters and digits alone, so nothing in it ends the quotation.
        .Add(string.Join(" | ", words.Select(word => $"'{word}'")))
        .Add(query.Folders.Select(FolderKey))
        .Add(query.Culture is { Name.Length: > 0 } culture ? culture.Name.ToLowerInvariant() : null)
        .Add((long)Math.Max(0, query.MaxResults));

    public static KnowledgeHit Map(RowReader row, IReadOnlyList<string> words) =>
        new(row.Text(), row.Text()) { Url = row.TextOrNull(), Folder = row.TextOrNull(), Excerpt = Excerpts.Of(row.Text(), words) };

    public static Sql Save(KnowledgeArticle article) => Sql.Write(
        """
        INSERT INTO knowledge_article (key, name, title, text, url, folder, folder_key, culture, culture_key, words)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, setweight(to_tsvector('simple', $10), 'A') || setweight(to_tsvector('simple', $11), 'D'))
        ON CONFLICT (key) DO UPDATE SET title = excluded.title, text = excluded.text, url = excluded.url, folder = excluded.folder,
            folder_key = excluded.folder_key, culture = excluded.culture, culture_key = excluded.culture_key, words = excluded.words
        """)
        .Add(TextKey.Of(article.Id))
        .Add(article.Id)
        .Add(article.Title)
        .Add(article.Text)
        .Add(article.Url)
        .Add(article.Folder?.Trim('/'))
        .Add(article.Folder is { } folder ? FolderKey(folder) : null)
        .Add(article.Culture)
        .Add(article.Culture?.ToLowerInvariant())
        .Add(Words(article.Title))
        .Add(Words(article.Text));

    public static Sql Remove(string id) => Sql.Write("DELETE FROM knowledge_article WHERE key = $1").Add(TextKey.Of(id));

    private static string Words(string text) => string.Join(' ', KnowledgeWords.All(text).Distinct(StringComparer.Ordinal).Take(MaxWords));

    private static string FolderKey(string folder) => folder.Trim('/').ToLowerInvariant();
}
