namespace HelpDesk.Email.Html.Tests.Quotes;

/// <summary>What holds of any text, tried on lines of all sorts in any order.</summary>
public class TextPropertyTests
{
    private static readonly QuotesOptions Cutting = new() { CutSignatures = true, Delimiters = ["=== cut ==="] };

    [Fact]
    public void Whatever_the_lines_none_is_lost_and_the_reply_is_not_empty()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Quotes");
        string[] lines =
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "Texts"), "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines),
            .. File.ReadLines(Path.Combine(folder, "Lines", "attributions.txt")),
            .. File.ReadLines(Path.Combine(folder, "Lines", "header-blocks.txt")).SelectMany(block => block.Split('|')),
            .. File.ReadLines(Path.Combine(folder, "Lines", "devices.txt")),
            "", "", "", ">", "> ", ">:", "> wrote:", "--", "-- ", "---", "_____", "<", "On", "-", ":", "\t", "\u200E", "<a@b", "BE> x", "=== cut ===",
        ];
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "\r\n" : "\n", Enumerable.Range(0, random.Next(14)).Select(_ => Some(lines, random)));
            var reply = TextQuotes.Split(text, Cutting);
            Assert.Equal(text.Length, reply.Reply.Length + reply.Quoted.Length + reply.Signature.Length);
            Assert.Equal(reply.Quoted, string.Concat(reply.Quotes.Select(quote => text.Substring(quote.Start, quote.Length))));

            // But introductions alone, which say nothing.
            if (string.IsNullOrWhiteSpace(reply.Reply) && !string.IsNullOrWhiteSpace(text)) Assert.Equal(["attribution"], reply.Quotes.Select(quote => quote.Evidence));
            Assert.NotNull(HtmlQuotes.Split($"<p>{text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)}</p>", Cutting).ReplyHtml);
        }
    }

    private static string Some(string[] lines, Random random)
    {
        var line = lines[random.Next(lines.Length)];
        return random.Next(8) switch
        {
            0 => line[..random.Next(line.Length + 1)],
            1 => "> " + line,
            2 => "  " + line,
            _ => line,
        };
    }
}
