using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HelpDesk.Email.AspNetCore.Tests;

[Trait("Feature", "NO-13")]
public sealed class UnsubscribeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_button_of_the_page_unsubscribes()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Sam)).Unsubscribe!;
        var page = await client.OpenAsync(url);
        Assert.Single((await site.TicketAsync()).Subscribers);

        using var response = await client.SendFormAsync(url, page);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty((await site.TicketAsync()).Subscribers);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData("multipart/form-data; boundary=xx", "--xx\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--xx--\r\n")]
    public async Task The_one_click_of_a_mail_program_unsubscribes_without_cookie_redirect_or_page(string type, string body)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        using var content = new StringContent(body, Encoding.ASCII);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, (await site.LinksAsync(LinkSite.Sam)).Unsubscribe) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty((await site.TicketAsync()).Subscribers);
    }

    [Fact]
    public async Task Clicked_again_it_says_the_same_and_changes_nothing()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Sam)).Unsubscribe!;
        using var first = await client.PostAsync(url, new FormUrlEncodedContent([]), Token);
        var version = (await site.TicketAsync()).Version;
        using var second = await client.PostAsync(url, new FormUrlEncodedContent([]), Token);

        Assert.Equal(await first.Content.ReadAsStringAsync(Token), await second.Content.ReadAsStringAsync(Token));
        Assert.Equal(version, (await site.TicketAsync()).Version);
    }
}
