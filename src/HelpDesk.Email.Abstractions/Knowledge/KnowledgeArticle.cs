namespace HelpDesk.Email.Knowledge;

/// <summary>An article that customers may read. Immutable.</summary>
/// <param name="Id">The host's own name for it, compared octet for octet.</param>
/// <param name="Title">Its title. What is found in it weighs more than what is found in the text.</param>
/// <param name="Text">Its plain text.</param>
public sealed record KnowledgeArticle(string Id, string Title, string Text)
{
    /// <summary>Where it is read, or <see langword="null"/>.</summary>
    public string? Url { get; init; }

    /// <summary>The folder that it lies in, with <c>/</c> between the levels, for instance <c>Printers/Laser</c>; or <see langword="null"/>.</summary>
    public string? Folder { get; init; }

    /// <summary>The culture that it is written in, for instance <c>de</c> or <c>de-AT</c>; <see langword="null"/> for all.</summary>
    public string? Culture { get; init; }
}
