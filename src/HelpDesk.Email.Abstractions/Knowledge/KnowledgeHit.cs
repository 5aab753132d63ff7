namespace HelpDesk.Email.Knowledge;

/// <summary>An article that was found.</summary>
/// <param name="Id">The host's name for it.</param>
/// <param name="Title">Its title.</param>
public sealed record KnowledgeHit(string Id, string Title)
{
    /// <summary>Where it is read, or <see langword="null"/>.</summary>
    public string? Url { get; init; }

    /// <summary>A piece of its plain text, in one line of at most 300 characters.</summary>
    public string Excerpt { get; init; } = string.Empty;

    /// <summary>The folder that it lies in, or <see langword="null"/>.</summary>
    public string? Folder { get; init; }
}
