namespace HelpDesk.Email.Html.Tests.Quotes;

/// <summary>What mail programs write above quotations in many languages, each as it is, wrapped, and with or without signs below it.</summary>
public class LanguageTests
{
    private const string Answer = "Thanks, that works.";
    private const string Question = "Does it work now?";

    public static TheoryData<string> Attributions => Lines("attributions.txt");

    public static TheoryData<string> Sentences => Lines("no-attributions.txt");

    public static TheoryData<string> HeaderBlocks => Lines("header-blocks.txt");

    [Theory]
    [MemberData(nameof(Attributions))]
    public void What_an_attribution_introduces_is_history(string line)
    {
        Assert.Equal(Answer, ReplyOf($"{Answer}\n\n{line}\n> {Question}\n"));
        Assert.Equal(Answer, ReplyOf($"{Answer}\n\n{Wrapped(line)}\n\n> {Question}\n"));
        Assert.Equal(Answer, HtmlText.Convert(HtmlQuotes.Split($"<p>{Answer}</p><p>{Encoded(line)}</p><blockquote>{Question}</blockquote>").ReplyHtml));
        if (line.StartsWith("Quoting ", StringComparison.Ordinal) || line.StartsWith("Zitat ", StringComparison.Ordinal)) return;
        Assert.Equal(Answer, ReplyOf($"{Answer}\n\n{line}\n\n{Question}\n"));
        Assert.Equal(Answer, ReplyOf($"{Answer}\n{Wrapped(line)}\n{Question}\n"));
    }

    [Theory]
    [MemberData(nameof(Attributions))]
    public void An_answer_below_a_quotation_is_the_reply(string line) => Assert.Equal(Answer, ReplyOf($"{line}\n> {Question}\n\n{Answer}"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Other_sentences_introduce_nothing(string line)
    {
        var text = $"{Answer}\n\n{line}\n\n{Question}";
        Assert.Same(text, TextQuotes.Split(text).Reply);
        var html = $"<p>{Answer}</p><p>{Encoded(line)}</p><p>{Question}</p>";
        Assert.Same(html, HtmlQuotes.Split(html).ReplyHtml);
    }

    [Theory]
    [MemberData(nameof(HeaderBlocks))]
    public void What_stands_below_a_header_block_is_history(string line)
    {
        var block = line.Replace('|', '\n');
        Assert.Equal(Answer, ReplyOf($"{Answer}\n\n{block}\n\n{Question}\n"));
        Assert.Equal(Answer, ReplyOf($"{Answer}\n________________________________\n{block}\n\n{Question}\n"));
        Assert.Equal(Answer, ReplyOf($"{Answer}\n\n-----Original Message-----\n{block}\n\n{Question}\n"));
        var html = $"<p>{Answer}</p><p>{Encoded(block).Replace("\n", "<br>", StringComparison.Ordinal)}</p><p>{Question}</p>";
        Assert.Equal(Answer, HtmlText.Convert(HtmlQuotes.Split(html).ReplyHtml));
    }

    private static string ReplyOf(string text) => TextQuotes.Split(text).Reply.Trim();

    private static TheoryData<string> Lines(string name) => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Quotes", "Lines", name))];

    private static string Encoded(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // As programs do that send lines of limited length.
    private static string Wrapped(string line)
    {
        const int Width = 50;
        var lines = new List<string> { "" };
        foreach (var word in line.Split(' '))
        {
            if (lines[^1].Length + word.Length >= Width && lines[^1].Length > 0) lines.Add(word);
            else lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return string.Join('\n', lines);
    }
}
