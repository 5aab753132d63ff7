using System.Net;

namespace QuickStart.Pages;

/// <summary>What all pages share: no script, nothing from elsewhere, and every value encoded.</summary>
internal static class Layout
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8884; --soft: #8881; --accent: light-dark(#1857b6, #8ab4f8); }
        * { box-sizing: border-box; }
        body { margin: 0; }
        header { background: var(--soft); border-bottom: 1px solid var(--line); }
        header a { font-weight: 600; text-decoration: none; }
        header > *, main { max-width: 64rem; margin: 0 auto; padding: .75rem 1.25rem; }
        main { padding-bottom: 3rem; }
        a { color: var(--accent); }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 .25rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        .table { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
        table { border-collapse: collapse; width: 100%; min-width: 48rem; font-size: .9375rem; }
        th, td { text-align: left; padding: .4rem .75rem; vertical-align: top; }
        th { background: var(--soft); font-weight: 600; white-space: nowrap; }
        tr + tr > td { border-top: 1px solid var(--line); }
        td { overflow-wrap: anywhere; }
        .who { min-width: 13.5rem; }
        .narrow { white-space: nowrap; width: 1%; overflow-wrap: normal; }
        .muted { opacity: .75; font-size: .875rem; }
        .state { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; font-size: .8125rem; white-space: nowrap; }
        .state.bad { border-color: #d33; color: light-dark(#b00020, #ff8a80); }
        .entry { border: 1px solid var(--line); border-radius: .5rem; margin: .75rem 0; overflow: hidden; }
        .entry > * { padding: .5rem 1rem; }
        .entry > .muted { background: var(--soft); opacity: 1; display: flex; gap: .25rem 1rem; flex-wrap: wrap; }
        .entry > .muted :last-child { margin-left: auto; }
        .entry.agent { border-left: .25rem solid var(--accent); }
        .entry.internal { border-style: dashed; }
        .files { border-top: 1px solid var(--line); font-size: .875rem; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        form { display: grid; gap: .75rem; max-width: 42rem; }
        label { display: grid; gap: .2rem; font-size: .875rem; }
        input, textarea, button { font: inherit; padding: .45rem .65rem; border: 1px solid var(--line); border-radius: .35rem; width: 100%; }
        button { justify-self: start; width: auto; cursor: pointer; background: var(--accent); color: light-dark(#fff, #111); border: 0; padding-inline: 1.1rem; }
        """;

    /// <summary>A page.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="body">Its HTML.</param>
    /// <param name="isWaiting">Whether it shows something that is about to change: then it is loaded again by itself.</param>
    public static string Page(string title, string body, bool isWaiting = false) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">{(isWaiting ? """<meta http-equiv="refresh" content="1">""" : "")}<title>{E(title)}</title><style>{Style}</style></head>
        <body><header><div><a href="/">QuickStart help desk</a></div></header><main><h1>{E(title)}</h1>{body}</main></body>
        </html>
        """;

    /// <summary>A value as text of a page or of an attribute in double quotes.</summary>
    public static string E(object? value) => WebUtility.HtmlEncode(value?.ToString()) ?? string.Empty;
}
