namespace HelpDesk.Email.Composition;

/// <summary>The URLs for one mail; what is <see langword="null"/> has no place in it.</summary>
internal sealed record MailLinks
{
    /// <summary>The ticket's page in the host.</summary>
    public string? Browse { get; init; }

    /// <summary>Shows the ticket to the one person whom the mail goes to.</summary>
    public string? View { get; init; }

    /// <summary>Logs the requester in.</summary>
    public string? Autologin { get; init; }

    /// <summary>Ends the person's subscription.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>The pages where people help themselves.</summary>
    public string? SelfService { get; init; }

    /// <summary>What asks for a rating; absent: the words of the template.</summary>
    public string? RatingPrompt { get; init; }

    /// <summary>The help was good.</summary>
    public string? Good { get; init; }

    /// <summary>It was all right.</summary>
    public string? Ok { get; init; }

    /// <summary>It was bad.</summary>
    public string? Bad { get; init; }

    /// <summary>Where the link to the ticket stands: <c>top</c>, <c>bottom</c> or <c>none</c>.</summary>
    public string Placement { get; init; } = "bottom";
}
