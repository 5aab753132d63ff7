using System.Net;
using System.Text;

namespace AcmeDesk.Pages;

/// <summary>What all pages share: no script, nothing from elsewhere, and every value encoded.</summary>
internal static class Html
{
    private const string Style =
        ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:50rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
        + "article{border:1px solid #8886;border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}article p{white-space:pre-wrap;margin:.25rem 0}"
        + "textarea{width:100%;min-height:7rem;font:inherit}.muted{opacity:.75;font-size:.875rem}";

    public static string Page(string title, string body) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{E(title)}</title>"
        + $"<style>{Style}</style></head><body><nav><a href=\"/\">Acme Desk</a></nav><h1>{E(title)}</h1>{body}</body></html>";

    public static IResult Result(string page) => Results.Content(page, "text/html", Encoding.UTF8);

    public static IResult NotFound() => Results.Content(Page("There is no such ticket", "<p>Or it is not yours.</p>"), "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);

    /// <summary>A value as text of a page, or of an attribute in double quotes.</summary>
    public static string E(object? value) => WebUtility.HtmlEncode(value?.ToString()) ?? string.Empty;
}
