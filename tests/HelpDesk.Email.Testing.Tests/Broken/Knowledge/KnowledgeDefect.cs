using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Testing.Tests.Broken.Knowledge;

/// <summary>A knowledge base that is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What it does, after "a knowledge base that".</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record KnowledgeDefect(string Name, params string[] CaughtBy)
{
    public Func<KnowledgeQuery, KnowledgeQuery> Query { get; init; } = query => query;

    public Func<KnowledgeQuery, IReadOnlyList<KnowledgeHit>, IEnumerable<KnowledgeHit>> Found { get; init; } = (_, found) => found;

    public Func<KnowledgeArticle, KnowledgeArticle> Saved { get; init; } = article => article;

    public Func<string, string> Removed { get; init; } = id => id;

    public override string ToString() => Name;
}
