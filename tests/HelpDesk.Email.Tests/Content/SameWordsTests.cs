using HelpDesk.Email.Content;

namespace HelpDesk.Email.Tests.Content;

public sealed class SameWordsTests
{
    [Theory]
    [InlineData("a b", "a\nb", true)]
    [InlineData("*bold* words", "bold words", true)]
    [InlineData("the log <https://example.test/log>", "the log", true)]
    [InlineData("the log (http://example.test/log) here", "the log here", true)]
    [InlineData("hi [image: Logo.png] there", "hi there", true)]
    [InlineData("https://example.test", "https://example.test", true)]
    [InlineData("👍", "", true)]
    [InlineData("the www.example.test", "the", true)]
    [InlineData("a b", "a", false)]
    [InlineData("a", "a b", false)]
    [InlineData("what", "hat", false)]
    [InlineData("[x] done", "done", false)]
    public void Letters_and_digits_alone_count(string one, string other, bool same)
    {
        Assert.Equal(same, SameWords.Are(one, other));
        Assert.Equal(same, SameWords.Are(other, one));
    }

    [Theory]
    [InlineData("[image:")]
    [InlineData("http://x ")]
    [InlineData("www.")]
    public void A_megabyte_of_links_is_compared_in_one_go(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.True(SameWords.Are(text, text));
    }
}
