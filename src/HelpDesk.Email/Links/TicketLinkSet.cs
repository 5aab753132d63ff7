using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Links;

/// <summary>The URLs for one mail; what is <see langword="null"/> has no place in it.</summary>
public sealed record TicketLinkSet
{
    /// <summary>The ticket's page in the host, for who is logged in there. Tells nothing but the number, so it may go to anybody.</summary>
    public string? TicketPage { get; init; }

    /// <summary>Shows the ticket to the one person whom the mail goes to; the same as <see cref="TicketPage"/> for technicians and where a mail goes to several.</summary>
    public string? View { get; init; }

    /// <summary>Logs the requester in.</summary>
    public string? Autologin { get; init; }

    /// <summary>Ends the person's subscription.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>The pages where people help themselves.</summary>
    public string? SelfService { get; init; }

    /// <summary>The links of a rating, for the mail that tells the requester that the ticket was closed.</summary>
    public RatingLinks? Rating { get; init; }

    /// <summary>Where the link to the ticket stands.</summary>
    public LinkPlacement Placement { get; init; }

    /// <summary>The header fields by which a mail program offers to unsubscribe (RFC 2369 section 3.2, RFC 8058 section 3.1).</summary>
    /// <param name="mailto">An address, or what stands behind <c>mailto:</c>, that unsubscribes by mail; <see langword="null"/> for none.</param>
    /// <returns>
    /// None without <see cref="Unsubscribe"/> and <paramref name="mailto"/>. <c>List-Unsubscribe-Post</c> only where the link is encrypted:
    /// RFC 8058 asks for an HTTPS URI.
    /// </returns>
    public IReadOnlyList<KeyValuePair<string, string>> UnsubscribeHeaders(string? mailto)
    {
        string?[] places = [Unsubscribe is null ? null : $"<{Unsubscribe}>", mailto is null ? null : $"<mailto:{mailto}>"];
        if (places.All(place => place is null))
        {
            return [];
        }

        var list = new KeyValuePair<string, string>("List-Unsubscribe", string.Join(", ", places.OfType<string>()));
        return Unsubscribe?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true
            ? [list, new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
            : [list];
    }
}
