using System.Globalization;
using HelpDesk.Email.InMemory.Knowledge;
using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.InMemory;

/// <summary>Articles that are known as long as the process lives: for tests and trials.</summary>
/// <remarks>Safe on any thread. A search reads every article that it may give.</remarks>
public sealed class InMemoryKnowledgeBase : IKnowledgeBase, IKnowledgeWriter
{
    private const int MaxWords = 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WordCount> _articles = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask SaveAsync(KnowledgeArticle article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        var counted = new WordCount(article);
        lock (_gate)
        {
            _articles[article.Id] = counted;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _articles.Remove(id);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        WordCount[] all;
        lock (_gate)
        {
            all = [.. _articles.Values];
        }

        var words = KnowledgeWords.Of(query.Text, MaxWords);
        var rarity = words.ToDictionary(word => word, word => Math.Log(1 + ((double)all.Length / (1 + all.Count(each => each.Has(word))))), StringComparer.Ordinal);
        IReadOnlyList<KnowledgeHit> found =
        [
            .. all
                .Where(each => IsIn(each.Article.Folder, query.Folders) && IsFor(each.Article.Culture, query.Culture))
                .Select(each => (each.Article, Weight: words.Sum(word => rarity[word] * each.WeightOf(word))))
                .Where(each => each.Weight > 0)
                .OrderByDescending(each => each.Weight)
                .Take(Math.Max(0, query.MaxResults))
                .Select(each => new KnowledgeHit(each.Article.Id, each.Article.Title) { Url = each.Article.Url, Folder = each.Article.Folder, Excerpt = Excerpts.Of(each.Article.Text, words) }),
        ];
        return ValueTask.FromResult(found);
    }

    private static bool IsIn(string? folder, IReadOnlyList<string> folders) =>
        folders.Count == 0
        || (folder?.Trim('/') is { } place && folders.Select(wanted => wanted.Trim('/')).Any(wanted =>
            place.Equals(wanted, StringComparison.OrdinalIgnoreCase) || place.StartsWith(wanted + "/", StringComparison.OrdinalIgnoreCase)));

    private static bool IsFor(string? culture, CultureInfo? wanted) =>
        culture is null || wanted is null or { Name.Length: 0 }
        || wanted.Name.Equals(culture, StringComparison.OrdinalIgnoreCase) || wanted.Name.StartsWith(culture + "-", StringComparison.OrdinalIgnoreCase);
}
