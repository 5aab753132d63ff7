namespace HelpDesk.Email.AspNetCore.Pages;

/// <summary>How the pages look: the system's own letters, light or dark as the reader has it.</summary>
internal static class PageStyle
{
    public const string Css =
        ":root{color-scheme:light dark}"
        + "body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;background:#f4f5f7;color:#1c1f24}"
        + "main{max-width:32rem;margin:10vh auto 2rem;padding:2rem;background:#fff;border:1px solid #d5d9e0;border-radius:.75rem;overflow-wrap:anywhere}"
        + ".desk{margin:0;color:#555c68}h1{margin:.25rem 0 1rem;font-size:1.5rem;line-height:1.25}"
        + "fieldset{margin:0 0 1rem;padding:0;border:0}legend{padding:0}label{display:block;padding:.375rem 0}"
        + "textarea{box-sizing:border-box;width:100%;min-height:6rem;margin-bottom:1rem;padding:.5rem;font:inherit;color:inherit;background:transparent;border:1px solid #7a828f;border-radius:.5rem}"
        + "button{padding:.625rem 1.25rem;font:inherit;font-weight:600;color:#fff;background:#1d4ed8;border:0;border-radius:.5rem;cursor:pointer}"
        + "button:focus-visible,input:focus-visible,textarea:focus-visible{outline:3px solid #f59e0b;outline-offset:2px}"
        + "@media(prefers-color-scheme:dark){body{background:#14161a;color:#e8eaee}main{background:#1e2127;border-color:#3a404a}.desk{color:#a9b1be}}";
}
