namespace HelpDesk.Email.Html.Tests.Quotes;

/// <summary>Mails as programs in many languages write them, several in a file: <c>=== name [html]</c>, the mail, <c>--- reply</c>, <c>--- signature</c>.</summary>
internal static class MailPrograms
{
    public static IEnumerable<(string Name, string Text, string Reply, string? Signature)> All() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Quotes", "Programs"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => ("\n" + File.ReadAllText(file)).Split("\n=== ").Skip(1)).Select(Read);

    private static (string Name, string Text, string Reply, string? Signature) Read(string block)
    {
        var name = block[..block.IndexOf('\n', StringComparison.Ordinal)];
        var parts = block[(name.Length + 1)..].Split("--- reply\n");
        var answer = parts[1].Split("--- signature\n");
        return (name, parts[0], answer[0], answer.Length > 1 ? answer[1] : null);
    }
}
