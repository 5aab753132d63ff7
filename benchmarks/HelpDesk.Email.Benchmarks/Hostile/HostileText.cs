namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>Plain text against readers of replies, wording and bounces.</summary>
internal static class HostileText
{
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        HostileInput.Of("quote signs", "> "),
        HostileInput.Of("quoted lines", "> x\n"),
        HostileInput.Of("quoted lines answered", "> x\ny\n"),
        HostileInput.Of("deep quote signs", $"{Flood.Of(">", 400)} x\n"),
        HostileInput.Of("attributions", "On 5 Jan 2026 at 14:10 Bob wrote:\n"),
        HostileInput.Of("attributions that go on", "On 5 Jan 2026 at 14:10\n"),
        HostileInput.Of("attributions in one line", "On 5 Jan 2026 Bob wrote: "),
        HostileInput.Of("addresses", "<a@b.example> "),
        HostileInput.Of("at signs", "@"),
        HostileInput.Of("header labels", "From: a@b.example\n"),
        HostileInput.Of("header labels in one line", "From: To: Date: "),
        HostileInput.Of("header labels under empty lines", "\n\n\n\nFrom: x"),
        HostileInput.Of("separators", "----- Original Message -----\n"),
        HostileInput.Of("dashes", "-"),
        HostileInput.Of("signature marks", "-- \n"),
        HostileInput.Of("names and dashes", "--\nAnn Example\n"),
        HostileInput.Of("empty lines", "\n"),
        HostileInput.Of("white space", " \t"),
        HostileInput.Of("letters", "a"),
        HostileInput.Of("digits", "1"),
        HostileInput.Of("dates", "5.1.2026 14:10 "),
        HostileInput.Of("words of absence", "out of the office until "),
        HostileInput.Of("words of bounces", "550 5.1.1 <a@b.example>: user unknown\n"),
        HostileInput.Of("refusals in one line", "550 5.1.1 said: "),
        HostileInput.Of("uuencode", "begin 644 x\n"),
        HostileInput.Of("brackets", "<"),
        HostileInput.Of("tags", "[#1] "),
    ];
}
