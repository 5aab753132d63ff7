using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Knowledge;

/// <summary>The articles and the index of their words.</summary>
internal static class ArticleTable
{
    private const int ExcerptWords = 30;
    private const int MaxExcerpt = 300;

    /// <summary>Finds articles, the best first.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="match">A query of FTS5.</param>
    /// <param name="query">What else the query says.</param>
    public static IReadOnlyList<KnowledgeHit> Search(Connection connection, string match, KnowledgeQuery query)
    {
        // A word in the title weighs as much as five in the text. Among equals the older article comes first, so that answers do not change by themselves.
        var folders = string.Concat(query.Folders.Select(_ => " OR a.folder = ? COLLATE NOCASE OR substr(a.folder, 1, length(?) + 1) = ? || '/' COLLATE NOCASE"));
        using var select = connection.Prepare(
            $"""
            SELECT a.key, a.title, a.url, a.folder, snippet(knowledge_word, 1, '', '', '…', {ExcerptWords})
            FROM knowledge_word JOIN knowledge_article a ON a.id = knowledge_word.rowid
            WHERE knowledge_word MATCH ?
                AND (? = 0{folders})
                AND (? IS NULL OR a.culture IS NULL OR a.culture = ? COLLATE NOCASE OR ? LIKE a.culture || '-%')
            ORDER BY bm25(knowledge_word, 5.0, 1.0), a.id LIMIT ?
            """);
        select.Add(match).Add(query.Folders.Count);
        foreach (var folder in query.Folders.Select(folder => folder.Trim('/')))
        {
            select.Add(folder).Add(folder).Add(folder);
        }

        var culture = query.Culture is { Name.Length: > 0 } wanted ? wanted.Name : null;
        select.Add(culture).Add(culture).Add(culture).Add(query.MaxResults);
        var found = new List<KnowledgeHit>();
        while (select.Read())
        {
            var row = select.Row;
            found.Add(new KnowledgeHit(row.Text(0), row.Text(1)) { Url = row.TextOrNull(2), Folder = row.TextOrNull(3), Excerpt = OneLine(row.Text(4)) });
        }

        return found;
    }

    /// <summary>Adds an article whose id is free.</summary>
    public static int Add(Connection connection, KnowledgeArticle article)
    {
        using var insert = connection.Prepare("INSERT INTO knowledge_article (key, title, text, url, folder, culture) VALUES (?, ?, ?, ?, ?, ?)");
        insert.Add(article.Id).Add(article.Title).Add(article.Text).Add(article.Url).Add(article.Folder?.Trim('/')).Add(article.Culture).Run();
        using var index = connection.Prepare("INSERT INTO knowledge_word (rowid, title, text) VALUES (?, ?, ?)");
        return index.Add(connection.LastId).Add(article.Title).Add(article.Text).Run();
    }

    /// <summary>Removes an article with its words.</summary>
    public static int Remove(Connection connection, string key)
    {
        // The index keeps no copy: it has to be told what it forgets.
        using var index = connection.Prepare("INSERT INTO knowledge_word (knowledge_word, rowid, title, text) SELECT 'delete', id, title, text FROM knowledge_article WHERE key = ?");
        index.Add(key).Run();
        using var delete = connection.Prepare("DELETE FROM knowledge_article WHERE key = ?");
        return delete.Add(key).Run();
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxExcerpt ? line : string.Concat(line.AsSpan(0, MaxExcerpt - 1).TrimEnd(), "…");
    }
}
