using System.Text;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Pages;

/// <summary>One page, ready to be sent.</summary>
internal sealed class HtmlPage(string html, int statusCode) : IResult
{
    private readonly byte[] _octets = Encoding.UTF8.GetBytes(html);

    /// <summary>Seconds after which to come again; 0 says nothing.</summary>
    public int RetryAfter { get; init; }

    Task IResult.ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = _octets.Length;
        PageHeaders.SetPage(response);
        if (RetryAfter > 0)
        {
            response.Headers.RetryAfter = $"{RetryAfter}";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(_octets, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
