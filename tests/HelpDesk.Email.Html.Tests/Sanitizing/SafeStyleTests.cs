namespace HelpDesk.Email.Html.Tests.Sanitizing;

public class SafeStyleTests
{
    [Theory]
    [InlineData("color:red", "color:red")]
    [InlineData(" COLOR : Red ; ; font-size : 12px ", "color:Red;font-size:12px")]
    [InlineData("color:red !important", "color:red")]
    [InlineData("font-family:\"Segoe UI\", 'Meiryo' ,-apple-system,sans-serif", "font-family:'Segoe UI', 'Meiryo' ,-apple-system,sans-serif")]
    [InlineData("font:italic 12px/1.5 Arial", "font:italic 12px/1.5 Arial")]
    [InlineData("font-family:微软雅黑", "font-family:微软雅黑")]
    [InlineData("color:rgb(1, 2, 3);background-color:RGBA(1,2,3,.5);border:1px solid hsl(1,2%,3%)", "color:rgb(1, 2, 3);background-color:RGBA(1,2,3,.5);border:1px solid hsl(1,2%,3%)")]
    [InlineData("background:#fff", "background:#fff")]
    [InlineData("background:url(http://x.test/a.png) no-repeat center #fff", "background:#fff")]
    [InlineData("background:transparent none repeat scroll 0% 0%", "background:transparent")]
    [InlineData("width:50%;max-width:600px;margin:0 auto;padding:1em 2em", "width:50%;max-width:600px;margin:0 auto;padding:1em 2em")]
    [InlineData("letter-spacing:-0.5px", "letter-spacing:-0.5px")]
    [InlineData("display:none;max-height:0;overflow:hidden", "display:none;max-height:0;overflow:hidden")]
    public void Looks_stay(string style, string expected) => Assert.Equal($"<p style=\"{expected}\">a</p>", Sanitize(style));

    [Theory]
    [InlineData("position:fixed")]
    [InlineData("pos\\69tion:fixed")]
    [InlineData("z-index:9")]
    [InlineData("top:0;left:0;inset:0")]
    [InlineData("transform:scale(9)")]
    [InlineData("margin:-100px")]
    [InlineData("margin-top:-1px")]
    [InlineData("text-indent:-9999px")]
    [InlineData("margin:+1px")]
    [InlineData("margin:calc(1px - 2px)")]
    [InlineData("color:expression(alert(1))")]
    [InlineData("color:exp/**/ression(alert(1))")]
    [InlineData("width:e\\78 pression(alert(1))")]
    [InlineData("background:url(javascript:x)")]
    [InlineData("background-image:url(http://x.test)")]
    [InlineData("background-color:url(http://x.test)")]
    [InlineData("list-style:url(http://x.test)")]
    [InlineData("list-style:u\\72l(http://x.test)")]
    [InlineData("background:image-set('http://x.test')")]
    [InlineData("background:-webkit-image-set(url(x) 1x)")]
    [InlineData("color:var(--x)")]
    [InlineData("content:attr(x)")]
    [InlineData("behavior:url(x)")]
    [InlineData("-moz-binding:url(x)")]
    [InlineData("@import 'http://x.test'")]
    [InlineData("font-family:'a\\'")]
    [InlineData("font-family:'a")]
    [InlineData("font-family:'a<b'")]
    [InlineData("color:'red'")]
    [InlineData("color:red/*")]
    [InlineData("color:{}")]
    [InlineData("mso-hide:all")]
    [InlineData("cursor:none")]
    [InlineData("animation:x 1s")]
    [InlineData("font-size:")]
    [InlineData("color:rgb(1")]
    public void Whatever_moves_loads_or_runs_goes(string style) => Assert.Equal("<p>a</p>", Sanitize(style));

    [Fact]
    public void A_bad_declaration_takes_no_good_one_along() => Assert.Equal(
        "<p style=\"color:red;font-size:9px\">a</p>",
        Sanitize("color:red;background:url(\"a;b:c\");font-size:9px;x:(;);color:b/*;*/lue"));

    private static string Sanitize(string style) => SafeHtml.Sanitize($"<p style=\"{style.Replace("\"", "&quot;")}\">a</p>");
}
