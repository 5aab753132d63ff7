using System.Net;

namespace QuickStart.Pages;

/// <summary>What all pages share: no script, nothing from elsewhere, and every value encoded.</summary>
internal static class Layout
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #8884; vertical-align: top; }
        .entry { border: 1px solid #8886; border-radius: .5rem; padding: .6rem 1rem; margin: 1rem 0; }
        .entry.internal { border-style: dashed; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        .muted { opacity: .7; font-size: .875rem; }
        form { display: grid; gap: .6rem; max-width: 40rem; }
        input, textarea, button { font: inherit; padding: .4rem .6rem; }
        button { justify-self: start; cursor: pointer; }
        """;

    public static string Page(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{E(title)}</title><style>{Style}</style></head>
        <body><p><a href="/">QuickStart help desk</a></p><h1>{E(title)}</h1>{body}</body>
        </html>
        """;

    /// <summary>A value as text of a page or of an attribute in double quotes.</summary>
    public static string E(object? value) => WebUtility.HtmlEncode(value?.ToString()) ?? string.Empty;
}
