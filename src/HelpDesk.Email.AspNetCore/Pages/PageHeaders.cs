using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Pages;

/// <summary>The header fields of the pages: nothing is kept, framed, loaded from elsewhere, or told to others.</summary>
internal static class PageHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageStyle.Css)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For every answer under a token, also those of the host: the URL stays out of caches and of the Referer of other sites.</summary>
    public static void SetPrivate(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    /// <summary>For the pages of this package.</summary>
    public static void SetPage(HttpResponse response)
    {
        SetPrivate(response);
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XFrameOptions = "DENY";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
