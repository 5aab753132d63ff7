using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>Whether a form was sent from our own page: another site could log somebody in as somebody else.</summary>
internal static class FormOrigin
{
    /// <summary>What the browser says of it (Fetch Metadata, Origin); a client that says nothing is no browser, and has nobody to deceive.</summary>
    public static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        // Our pages name no referrer, and browsers then say null.
        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null" || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
