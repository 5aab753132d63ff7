using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.InMemory.Knowledge;

/// <summary>An article with its words counted. Immutable.</summary>
internal sealed class WordCount(KnowledgeArticle article)
{
    private const int WeightOfTitle = 5;

    private readonly Dictionary<string, int> _title = Count(article.Title);
    private readonly Dictionary<string, int> _text = Count(article.Text);

    public KnowledgeArticle Article { get; } = article;

    public bool Has(string word) => _title.ContainsKey(word) || _text.ContainsKey(word);

    /// <summary>How much an article is about a word: the second time that it stands there says less than the first.</summary>
    public double WeightOf(string word)
    {
        var count = (double)((WeightOfTitle * _title.GetValueOrDefault(word)) + _text.GetValueOrDefault(word));
        return count / (count + 1.2);
    }

    private static Dictionary<string, int> Count(string text) =>
        KnowledgeWords.All(text).GroupBy(word => word, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
}
