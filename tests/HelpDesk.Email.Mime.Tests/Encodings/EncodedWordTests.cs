
namespace HelpDesk.Email.Mime.Tests.Encodings;

public sealed class EncodedWordTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße")]
    [InlineData("=?UTF-8?Q?Gr=c3=bc=c3=9fe?=", "Grüße")]
    [InlineData("=?utf-8?B?R3LDvMOfZQ==?=", "Grüße")]
    [InlineData("=?utf-8?b?R3LDvMOfZQ?=", "Grüße")]
    [InlineData("=?iso-8859-1*de?q?Gr=FC=DFe?=", "Grüße")]
    [InlineData("=?utf-8?q?one?= =?utf-8?q?two?=", "onetwo")]
    [InlineData("=?utf-8?q?one?=\r\n\t=?utf-8?q?two?=", "onetwo")]
    [InlineData("=?utf-8?q?one?==?utf-8?q?two?=", "onetwo")]
    [InlineData("=?utf-8?q?one?= and =?utf-8?q?two?=", "one and two")]
    [InlineData("a =?utf-8?q?b?= c", "a b c")]
    [InlineData("=?utf-8?q?one_two?=", "one two")]
    [InlineData("=?utf-8?q?one two?=", "one two")]
    [InlineData("=?utf-8?b?8J+Y?= =?utf-8?b?gA==?=", "😀")]
    [InlineData("=?utf-8?q?=F0=9F?= =?utf-8?b?mIA=?=", "😀")]
    [InlineData("=?iso-2022-jp?b?GyRCJDMbKEI=?= =?iso-2022-jp?b?GyRCJHMbKEI=?=", "こん")]
    [InlineData("=?gb2312?b?1tDOxA==?=", "中文")]
    [InlineData("=?ks_c_5601-1987?b?x9Gx2w==?=", "한글")]
    [InlineData("=?x-unknown?q?caf=C3=A9?=", "café")]
    [InlineData("=?x-unknown?q?caf=E9?=", "café")]
    [InlineData("=?utf-8?q?caf=E9?=", "café")]
    [InlineData("=?utf-7?q?Gr+APwA3w-e?=", "Grüße")]
    [InlineData("=?utf-8?q??=", "")]
    [InlineData("=?utf-8?x?abc?=", "=?utf-8?x?abc?=")]
    [InlineData("=?utf-8?q", "=?utf-8?q")]
    [InlineData("=??q?abc?=", "=??q?abc?=")]
    [InlineData("1 =? 2 ?= 3", "1 =? 2 ?= 3")]
    [InlineData("cut: =?utf-8?q?Gr=C3=BC", "cut: Grü")]
    [InlineData("no end =?utf-8?q?here and more", "no end =?utf-8?q?here and more")]
    [InlineData("=?utf-8?q?a=ZZb=?=", "a=ZZb=")]
    public void Words_are_decoded_as_they_come(string text, string expected) => Assert.Equal(expected, EncodedWords.Decode(text));

    [Fact]
    public void Raw_octets_inside_a_word_are_in_its_charset() =>
        Assert.Equal("Grüße", Written.Read("Subject: =?iso-8859-1?q?Gr\u00fc=DFe?=", "", "x").Subject);

    [Fact]
    public void Words_over_the_limit_stay_as_they_are() =>
        Assert.Equal("ab =?utf-8?q?c?=", EncodedWords.Decode("=?utf-8?q?a?= =?utf-8?q?b?= =?utf-8?q?c?=", maxWords: 2));

    [Theory]
    [InlineData("=?utf-8?q?a?= ")]
    [InlineData("=?a?q?")]
    [InlineData("=?")]
    [InlineData("=?utf-8?b?")]
    [InlineData("?=")]
    [InlineData("=?utf-8?q?a?= =?iso-8859-1?q?a?=")]
    [InlineData("=?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_flood_of_a_megabyte_takes_no_time(string piece)
    {
        var flood = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Swiftly.Does(TimeSpan.FromSeconds(5), () => EncodedWords.Decode(flood, int.MaxValue));
    }
}
