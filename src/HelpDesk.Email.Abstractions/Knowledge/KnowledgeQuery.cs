using System.Globalization;

namespace HelpDesk.Email.Knowledge;

/// <summary>What is looked for among the articles.</summary>
/// <param name="Text">Words in any order and form, for instance the subject and the text of a mail. Articles that have more of them, and rarer ones, come first.</param>
public sealed record KnowledgeQuery(string Text)
{
    /// <summary>The folders that are searched, with all that lie in them, compared without case; none for all.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>How many articles at most.</summary>
    /// <value>The default is 5.</value>
    public int MaxResults { get; init; } = 5;

    /// <summary>Articles in this culture, in its parents, and those for all; <see langword="null"/> for articles in whatever culture.</summary>
    public CultureInfo? Culture { get; init; }
}
