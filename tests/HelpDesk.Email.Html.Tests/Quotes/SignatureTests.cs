using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Tests.Quotes;

public class SignatureTests
{
    private static readonly QuotesOptions Cutting = new() { CutSignatures = true };

    public static TheoryData<string> Devices => Lines("devices.txt");

    public static TheoryData<string> Sentences => Lines("no-devices.txt");

    [Theory]
    [MemberData(nameof(Devices))]
    public void What_devices_and_programs_put_below_a_mail_is_a_signature(string line)
    {
        Assert.True(SignatureText.IsDevice(line));
        Assert.Equal("It works.", TextQuotes.Split($"It works.\n\n{line}\n\nOn 5 Jan 2026 at 14:10 Bob wrote:\n> old", Cutting).Reply.Trim());
        Assert.Equal("It works.", HtmlText.Convert(HtmlQuotes.Split($"<p>It works.</p><p>{line.Replace("<", "&lt;", StringComparison.Ordinal)}</p>", Cutting).ReplyHtml));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentences_of_devices_are_none(string line)
    {
        var text = $"Hello,\n\n{line}";
        Assert.Same(text, TextQuotes.Split(text, Cutting).Reply);
    }

    [Theory]
    [InlineData("Best regards,", true)]
    [InlineData("Mit freundlichen Grüßen", true)]
    [InlineData("Cordialement.", true)]
    [InlineData("Saludos!", true)]
    [InlineData("With regards to the printer", false)]
    [InlineData("Thanks for the toner", false)]
    public void Closings_stand_alone_in_their_line(string line, bool isClosing) => Assert.Equal(isClosing, SignatureText.IsClosing(line));

    [Theory]
    [InlineData("Ann Example", true)]
    [InlineData("Ludwig van Beethoven", true)]
    [InlineData("Dr. Jean-Luc O'Neil", true)]
    [InlineData("安 例子", true)]
    [InlineData("Printer works now", false)]
    [InlineData("Epson 120", false)]
    [InlineData("A Name That Has Many Words", false)]
    public void Names_have_few_words_and_none_in_lower_case(string line, bool isName) => Assert.Equal(isName, SignatureText.IsName(line));

    [Theory]
    [InlineData("ann@example.test", true)]
    [InlineData("Tel. +49 (30) 12 34 56", true)]
    [InlineData("www.example.test", true)]
    [InlineData("Room 12", false)]
    [InlineData("5.1.26", false)]
    public void Contacts_are_addresses_links_and_telephones(string line, bool isContact) => Assert.Equal(isContact, SignatureText.IsContact(line));

    private static TheoryData<string> Lines(string name) => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Quotes", "Lines", name))];
}
