using HelpDesk.Email.Html.Tests.Sanitizing;

namespace HelpDesk.Email.Html.Tests.Browser;

/// <summary>Sanitised HTML in a real browser, each piece in a frame of its own: see <c>harness.html</c>.</summary>
public class BrowserTests
{
    [Fact]
    public async Task The_browser_notices_what_is_not_sanitised()
    {
        (string Html, string Notice)[] dangerous =
        [
            ("<script>a()</script>", "/piece/0 tried to run"),
            ("<img src=x:y onerror=a()>", "/piece/1 tried to run"),
            ("<iframe src=\"javascript:a()\"></iframe>", "/piece/2 tried to run"),
            ("<svg><text>a</text></svg>", "3 as a document has foreign"),
            ("<p style='position:fixed'>a", "4 by innerHTML leaves its place"),
            ("<a href='javascript:a()'>a</a>", "5 as a document links to javascript:"),
            ("<p onclick=a()>a", "6 after mutation has onclick"),
            ("<meta http-equiv=refresh content='0;url=/away'>", "/away"),
            ("<img src=http://pictures.test/a.gif>", "asked for GET http://pictures.test/a.gif"),
            ("<img src=https://safe.test/a.gif>", "asked for CONNECT safe.test:443"),
            ("<p style='background:url(http://styles.test/a)'>a", "asked for GET http://styles.test/a"),
        ];
        var notices = await BrowserTrial.RunAsync([.. dangerous.Select(piece => piece.Html)], TestContext.Current.CancellationToken);
        foreach (var (html, notice) in dangerous)
        {
            Assert.True(notices.Any(told => told.Contains(notice, StringComparison.Ordinal)), $"{html} in {string.Join('\n', notices)}");
        }
    }

    [Fact]
    public async Task No_attack_of_our_own_runs_navigates_or_asks_for_anything() =>
        Assert.Empty(await BrowserTrial.RunAsync([.. Attacks.All().Select(html => SafeHtml.Sanitize(html))], TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("sanitise-dompurify")]
    [InlineData("sanitise-htmlsanitizer")]
    public async Task No_attack_of_the_corpus_runs_navigates_or_asks_for_anything(string set)
    {
        var pieces = SanitizingCorpus.Files(set).Select(file => SafeHtml.Sanitize(File.ReadAllText(file)));
        Assert.Empty(await BrowserTrial.RunAsync([.. pieces], TestContext.Current.CancellationToken));
    }
}
