using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Tests.Tokens;

public class HtmlTokenizerTests
{
    [Theory]
    [InlineData("a<b>c</b>d", "[a] B [c] /B [d]")]
    [InlineData("<DIV Class=x ID='y' title=\"z\" hidden>", "Div Class=x ID=y title=z hidden=")]
    [InlineData("<a href=x/>", "A href=x/")]
    [InlineData("<br/>", "Br self")]
    [InlineData("<br / >", "Br")]
    [InlineData("<a href='x'/>", "A href=x self")]
    [InlineData("<a/href=x/title=y>", "A href=x/title=y")]
    [InlineData("<a =x>", "A =x=")]
    [InlineData("<a ==x>", "A ==x")]
    [InlineData("<a \"'<=x>", "A \"'<=x")]
    [InlineData("<a b = c d\n=\n'e'>", "A b=c d=e")]
    [InlineData("<a b='>'>", "A b=>")]
    [InlineData("<x-y>", "Unknown")]
    [InlineData("<o:p>", "Unknown")]
    public void Tags_are_read_with_their_attributes(string html, string expected) => Assert.Equal(expected, TokenDump.Of(html));

    [Theory]
    [InlineData("1 < 2", "[1 < 2]")]
    [InlineData("<", "[<]")]
    [InlineData("</", "[</]")]
    [InlineData("a<<b>", "[a<] B")]
    [InlineData("<3", "[<3]")]
    [InlineData("a</>b", "[a] [b]")]
    [InlineData("</ x>y", "comment [y]")]
    [InlineData("a<b", "[a]")]
    [InlineData("a<b c='d", "[a]")]
    [InlineData("a<b c=d", "[a]")]
    [InlineData("a</b", "[a]")]
    public void Stray_angle_brackets_are_text_and_cut_off_tags_are_nothing(string html, string expected) => Assert.Equal(expected, TokenDump.Of(html));

    [Theory]
    [InlineData("<!-- a -->b", "comment [b]")]
    [InlineData("<!-->b", "comment [b]")]
    [InlineData("<!--->b", "comment [b]")]
    [InlineData("<!-- a --!>b", "comment [b]")]
    [InlineData("<!-- a ---->b", "comment [b]")]
    [InlineData("<!-- a -- >b-->c", "comment [c]")]
    [InlineData("<!-- a --!-->b", "comment [b]")]
    [InlineData("<!-- a", "comment")]
    [InlineData("<!x>b", "comment [b]")]
    [InlineData("<![if !mso]>b<![endif]>", "comment [b] comment")]
    [InlineData("<![CDATA[a>b]]>", "comment [b]]>]")]
    [InlineData("<?xml version='1.0' ?>b", "comment [b]")]
    [InlineData("<!DOCTYPE html PUBLIC \"a>b\">", "doctype [b\">]")]
    public void Comments_end_where_a_browser_ends_them(string html, string expected) => Assert.Equal(expected, TokenDump.Of(html));

    [Theory]
    [InlineData(nameof(RawText.Plain), "<style><b></sty></style x>a", "Style raw[<b></sty>] /Style [a]")]
    [InlineData(nameof(RawText.Plain), "<style></style>a", "Style /Style [a]")]
    [InlineData(nameof(RawText.Plain), "<style><!--</style>-->", "Style raw[<!--] /Style [-->]")]
    [InlineData(nameof(RawText.WithReferences), "<title>&lt;<b></title>", "Title [&lt;<b>] /Title")]
    [InlineData(nameof(RawText.Plain), "<style>a</styles>", "Style raw[a</styles>]")]
    [InlineData(nameof(RawText.ToEnd), "<plaintext></plaintext>", "Plaintext raw[</plaintext>]")]
    [InlineData(nameof(RawText.Script), "<script><!--<script></script>--></script>a", "Script raw[<!--<script></script>-->] /Script [a]")]
    [InlineData(nameof(RawText.Script), "<script><!--<script>--></script>a", "Script raw[<!--<script>-->] /Script [a]")]
    [InlineData(nameof(RawText.Script), "<script><!--</script>a", "Script raw[<!--] /Script [a]")]
    [InlineData(nameof(RawText.Script), "<script><!--><script></script>a", "Script raw[<!--><script>] /Script [a]")]
    [InlineData(nameof(RawText.Script), "<script><!--<scripted></script>a", "Script raw[<!--<scripted>] /Script [a]")]
    public void Raw_text_ends_at_its_own_end_tag_only(string mode, string html, string expected) =>
        Assert.Equal(expected, TokenDump.Of(html, Enum.Parse<RawText>(mode)));

    [Fact]
    public void A_flood_of_attributes_keeps_the_first_ones()
    {
        var html = "<a " + string.Concat(Enumerable.Range(0, 2000).Select(i => $"a{i}=b ")) + ">";
        var tokens = new HtmlTokenizer(html);
        Assert.True(tokens.Read());
        Assert.Equal(512, tokens.Attributes.Length);
        Assert.True(tokens.TryGetAttribute("A1", out var value));
        Assert.Equal("b", value.ToString());
        Assert.False(tokens.Read());
    }

    [Fact]
    public void CData_is_text_where_it_is_allowed()
    {
        var tokens = new HtmlTokenizer("<![CDATA[a&lt;>b]]>c") { AllowsCData = true };
        Assert.True(tokens.Read());
        Assert.Equal("a&lt;>b", tokens.Text.ToString());
        Assert.True(tokens.IsRaw);
        Assert.True(tokens.Read());
        Assert.Equal("c", tokens.Text.ToString());
    }

    [Fact]
    public void Every_name_is_found_again()
    {
        foreach (var element in Enum.GetValues<ElementId>())
        {
            if (element is ElementId.Unknown or ElementId.OtherVoid) continue;
            Assert.Equal(element, ElementNames.Find(ElementNames.NameOf(element)));
            Assert.Equal(element, ElementNames.Find(ElementNames.NameOf(element).ToUpperInvariant()));
        }
    }
}
