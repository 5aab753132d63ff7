using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tests.Connections;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("a\0b\0")]
    [InlineData("\uE0F0 and \uE0F00")]
    [InlineData("a pair \uD83D\uDE00 stays")]
    [InlineData("half \uD83D of one")]
    [InlineData("\uDE00\uD83D")]
    public void What_a_column_cannot_hold_comes_back_as_it_was(string text)
    {
        var encoded = StoredText.Encode(text);

        Assert.DoesNotContain('\0', encoded);
        Assert.Equal(encoded, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(encoded)));
        Assert.Equal(text, StoredText.Decode(encoded));
    }
}
