namespace HelpDesk.Email.Configuration;

/// <summary>Articles of the knowledge base in the acknowledgement, below <c>Departments:NAME:Autoresponder:Articles</c>.</summary>
public sealed class ArticleSuggestionOptions
{
    /// <summary>Whether articles are suggested that may answer the mail.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Enabled { get; set; }

    /// <summary>How many at most.</summary>
    /// <value>The default is 3.</value>
    public int MaxResults { get; set; } = 3;

    /// <summary>The folders that are searched, with all that lie in them, for instance <c>Printers/Laser</c>; none for all.</summary>
    public IList<string> Folders { get; set; } = [];

    /// <summary>Where people browse the knowledge base; absent: no such link.</summary>
    public string? BrowseUrl { get; set; }
}
