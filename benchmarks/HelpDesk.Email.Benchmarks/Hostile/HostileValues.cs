namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>Values of header fields against readers of addresses, dates, parameters and encoded-words.</summary>
internal static class HostileValues
{
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        HostileInput.Of("addresses", "a@b.example, "),
        HostileInput.Of("named addresses", "\"Example, Ann\" <a@b.example>, "),
        HostileInput.Of("angle brackets", "<"),
        HostileInput.Of("angle brackets, closed", "<>,"),
        HostileInput.Of("quotes", "\""),
        HostileInput.Of("escapes", "\\\"", before: "\""),
        HostileInput.Of("comments", "("),
        HostileInput.Of("comments, closed", "(x)"),
        new("nested comments", size => Flood.Of("(", size / 2) + Flood.Of(")", size / 2)),
        HostileInput.Of("groups", "x:a@b;"),
        HostileInput.Of("routes", "<@a,@b:c@d>,"),
        HostileInput.Of("commas", ","),
        HostileInput.Of("semicolons", ";"),
        HostileInput.Of("at signs", "@"),
        HostileInput.Of("dots", "."),
        HostileInput.Of("white space", " \t"),
        HostileInput.Of("encoded-words", "=?utf-8?q?=C3=A4?= "),
        HostileInput.Of("encoded-words without blanks", "=?utf-8?b?w6Q=?="),
        HostileInput.Of("encoded-words left open", "=?utf-8?q?"),
        HostileInput.Of("encoded-words of many charsets", "=?iso-2022-jp?b?GyRC?= =?gb18030?q?=81?= "),
        HostileInput.Of("question marks", "=?"),
        HostileInput.Of("parameters", "; a=b"),
        HostileInput.Of("parameter pieces", "; name*1*=%41"),
        HostileInput.Of("percent signs", "%", before: "x; name*=utf-8''"),
        HostileInput.Of("identifiers", "<a.b@c.example> "),
        HostileInput.Of("dates", "Fri, 21 Nov 2025 09:55:06 -0600 "),
        HostileInput.Of("colons", "1:"),
        HostileInput.Of("folding", "x\r\n "),
        HostileInput.Of("8-bit letters", "ä"),
    ];
}
