using HelpDesk.Email.Configuration;
using HelpDesk.Email.Correlation;

namespace HelpDesk.Email.Tests.Correlation;

public sealed class SubjectTextTests
{
    private static readonly CorrelationOptions Settings = new() { SubjectTagPrefix = "Ticket#" };

    [Theory]
    [InlineData("Re: Printer")]
    [InlineData("RE : Printer")]
    [InlineData("re:printer")]
    [InlineData("AW: WG: Printer")]
    [InlineData("Antw: Printer")]
    [InlineData("SV: VB: VS: Printer")]
    [InlineData("RIF: R: I: Printer")]
    [InlineData("TR: RÉP : Printer")]
    [InlineData("RES: ENC: Printer")]
    [InlineData("RV: Printer")]
    [InlineData("Odp: Printer")]
    [InlineData("YNT: İLT: Printer")]
    [InlineData("回复：Printer")]
    [InlineData("答复: 转发：Printer")]
    [InlineData("Отв: Ответ: Printer")]
    [InlineData("ΑΠ: Printer")]
    [InlineData("RE[2]: Printer")]
    [InlineData("Re(12): Re^3: Re*4: Re5: AW [2] : Printer")]
    [InlineData("Automatic reply: Printer")]
    [InlineData("Re: [Ticket#1234] Re: Printer")]
    [InlineData("Printer [Ticket#1234]")]
    [InlineData("(Ticket#1) Ticket#2 Printer [Ticket - 3]")]
    [InlineData("  PRIN TER ")]
    [InlineData("Ｐｒｉｎｔｅｒ")]
    public void Prefixes_tags_case_and_white_space_count_for_nothing(string subject) =>
        Assert.Equal("PRINTER", SubjectText.Of(subject, Settings));

    [Theory]
    [InlineData("Printer: again", "PRINTER:AGAIN")]
    [InlineData("Result: Printer", "RESULT:PRINTER")]
    [InlineData("Re Printer", "REPRINTER")]
    [InlineData("Printer #7", "PRINTER#7")]
    [InlineData("[Asset - 3] Printer", "[ASSET-3]PRINTER")]
    [InlineData("12: Printer", "12:PRINTER")]
    [InlineData("Re: ", "")]
    [InlineData("Re: [Ticket#5]", "")]
    [InlineData("", "")]
    [InlineData(": x", ":X")]
    public void Everything_else_counts(string subject, string expected) => Assert.Equal(expected, SubjectText.Of(subject, Settings));

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.NotEmpty(SubjectText.Of("Re: \uD83D", Settings));

    [Fact]
    public void Thousands_of_prefixes_are_read_in_one_go() => Assert.Equal("X", SubjectText.Of(string.Concat(Enumerable.Repeat("Re: ", 100_000)) + "x", Settings));
}
