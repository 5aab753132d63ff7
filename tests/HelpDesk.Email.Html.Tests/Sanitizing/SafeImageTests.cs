namespace HelpDesk.Email.Html.Tests.Sanitizing;

public class SafeImageTests
{
    private const string Pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

    [Fact]
    public void Remote_images_wait_in_a_data_attribute() => Assert.Equal(
        "<img width=\"1\" alt=\"logo\" data-remote-src=\"https://i.test/a.png?x=1&amp;y=2\">",
        SafeHtml.Sanitize("<img src='https://i.test/a.png?x=1&amp;y=2' width=1 alt=logo srcset='x 2x' onerror=alert(1) lowsrc=y dynsrc=z>"));

    [Fact]
    public void A_host_shows_them_on_demand_from_what_was_held()
    {
        var held = SafeHtml.Sanitize("<img src=https://i.test/a.png>");
        Assert.Equal("<img src=\"https://i.test/a.png\">", SafeHtml.Sanitize(held, new SafeHtmlOptions { RemoteImages = RemoteImages.Show }));
    }

    [Fact]
    public void Removed_images_leave_their_words()
    {
        var options = new SafeHtmlOptions { RemoteImages = RemoteImages.Remove };
        Assert.Equal("<img alt=\"Offer\">x", SafeHtml.Sanitize("<img src=https://i.test/a.png alt=Offer>x<img src=https://i.test/b.gif>", options));
    }

    [Theory]
    [InlineData("/a.png")]
    [InlineData("a.png")]
    [InlineData("//i.test/a.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:image/svg+xml;base64,AAAA")]
    [InlineData("file:///a.png")]
    [InlineData("http:a.png")]
    public void Other_addresses_go(string source) => Assert.Equal("x", SafeHtml.Sanitize($"<img src=\"{source}\">x"));

    [Fact]
    public void Parts_of_the_mail_are_named_and_shown_where_the_host_says()
    {
        const string html = "<img src=\"CID:logo%40example.test\" alt=a><img src=cid:other>";
        Assert.Equal("<img alt=\"a\" data-cid=\"logo@example.test\"><img data-cid=\"other\">", SafeHtml.Sanitize(html));

        var options = new SafeHtmlOptions { ResolveContentId = id => id == "logo@example.test" ? "/parts/1?a&b" : null };
        var safe = SafeHtml.Sanitize(html, options);
        Assert.Equal("<img alt=\"a\" data-cid=\"logo@example.test\" src=\"/parts/1?a&amp;b\"><img data-cid=\"other\">", safe);
        Assert.Equal(safe, SafeHtml.Sanitize(safe, options));
    }

    [Fact]
    public void A_mail_that_names_a_part_itself_gives_no_address_of_its_own() => Assert.Equal(
        "<img data-cid=\"x\">",
        SafeHtml.Sanitize("<img data-cid=x src=http://i.test/a.png>"));

    [Fact]
    public void Written_in_images_stay_only_where_the_host_allows_them()
    {
        var options = new SafeHtmlOptions { KeepDataImages = true };
        Assert.Equal("", SafeHtml.Sanitize($"<img src='{Pixel}'>"));
        Assert.Equal($"<img src=\"{Pixel}\">", SafeHtml.Sanitize($"<img src='{Pixel}'>", options));
    }

    [Theory]
    [InlineData("data:image/svg+xml;base64,PHN2Zz4=")]
    [InlineData("data:image/svg+xml,<svg onload=alert(1)>")]
    [InlineData("data:image/png;base64,AA\"onerror=x")]
    [InlineData("data:image/png,AAAA")]
    [InlineData("data:text/html;base64,AAAA")]
    [InlineData("data:image/pngx;base64,AAAA")]
    public void CVE_2020_1766_a_picture_that_can_hold_a_script_is_no_picture(string source) =>
        Assert.Equal("", SafeHtml.Sanitize($"<img src='{source}'>", new SafeHtmlOptions { KeepDataImages = true }));
}
