namespace HelpDesk.Email.Configuration;

/// <summary>The acknowledgement of a mail that made a ticket, below <c>Departments:NAME:Autoresponder</c>.</summary>
public sealed class AutoresponderOptions
{
    /// <summary>Whether it is sent. Never to a mail that must not be answered.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether only tickets that came by mail are confirmed to their requesters, and not those that the host raises as made.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool OnlyForMail { get; set; } = true;

    /// <summary>The template that it is made from; absent: <c>ticket-received</c>.</summary>
    public string? Template { get; set; }

    /// <summary>The articles of the knowledge base that it suggests.</summary>
    public ArticleSuggestionOptions Articles { get; set; } = new();

    /// <summary>The text of the link to the ticket; absent: the template's own.</summary>
    public string? ViewText { get; set; }

    /// <summary>The text of the link to the knowledge base; absent: the template's own.</summary>
    public string? BrowseText { get; set; }
}
