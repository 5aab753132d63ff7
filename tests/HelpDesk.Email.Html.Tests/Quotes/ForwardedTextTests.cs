using System.Diagnostics;

namespace HelpDesk.Email.Html.Tests.Quotes;

/// <summary>Whose mail it is that was forwarded.</summary>
public sealed class ForwardedTextTests
{
    public static TheoryData<string> HeaderBlocks => new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Quotes", "Lines", "header-blocks.txt"))
        .Where(line => line.Contains("bob@example.test", StringComparison.Ordinal) && line.Contains('|', StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(HeaderBlocks))]
    public void The_author_stands_behind_the_first_label_in_any_language(string block)
    {
        var author = ForwardedText.FindAuthor($"Please look.\n\n{block.Replace('|', '\n')}\n\nThe toner is empty.");

        Assert.Contains("bob@example.test", author, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.test", author, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apple-forward")]
    [InlineData("gmail-forward")]
    [InlineData("thunderbird-forward")]
    public void Mail_programs_write_it_each_in_their_way(string mail)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Quotes", "Mails");

        Assert.Equal("Bob <bob@example.test>", ForwardedText.FindAuthor(HtmlText.Convert(File.ReadAllText(Path.Combine(folder, mail + ".html")))));
    }

    [Theory]
    [InlineData("> From: Bob <bob@example.test>\n> Subject: Toner\n>\n> Empty.", "Bob <bob@example.test>")]
    [InlineData("*From:* Bob <bob@example.test>\n*Sent:* Monday\n*To:* Ann", "Bob <bob@example.test>")]
    [InlineData("From: Bob <bob@example.test> Sent: Monday To: Ann <ann@example.test>", "Bob <bob@example.test>")]
    [InlineData("From: Bob\nSubject: Toner\n\nFrom: Eve <eve@example.test>\nSubject: Toner", "Bob")]
    [InlineData("The train goes\nFrom: Oslo\nand then on.", null)]
    [InlineData("Subject: Toner\nTo: Ann", null)]
    [InlineData("", null)]
    public void Only_the_first_block_counts(string text, string? author) => Assert.Equal(author, ForwardedText.FindAuthor(text));

    [Theory]
    [InlineData("From: ")]
    [InlineData("From: a@b\n")]
    [InlineData("> > > ")]
    [InlineData("Subject: x From: y ")]
    public void Hostile_text_takes_no_long_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        ForwardedText.FindAuthor(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }
}
