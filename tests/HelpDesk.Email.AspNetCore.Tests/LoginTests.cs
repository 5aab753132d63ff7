using System.Net;
using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.AspNetCore.Tests;

[Trait("Feature", "NO-12")]
public sealed class LoginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_button_of_the_page_logs_the_requester_in_by_the_host()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Ann)).Autologin!;
        var page = await client.OpenAsync(url);
        Assert.Contains("as ann@example.test", page.Body!.TextContent, StringComparison.Ordinal);

        using var response = await client.SendFormAsync(url, page);

        Assert.Equal((HttpStatusCode.Redirect, "/tickets/ACME-1001"), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.True(response.Headers.CacheControl!.NoStore);
        client.DefaultRequestHeaders.Add("Cookie", Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        Assert.Equal("ann@example.test", await client.GetStringAsync("/me", Token));
    }

    [Fact]
    public async Task Who_became_a_technician_meanwhile_is_shown_nothing()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Ann)).Autologin!;
        await site.People.SaveAsync(new Contact(LinkSite.Ann, ContactRole.Technician), Token);

        using var response = await client.PostAsync(url, new FormUrlEncodedContent([]), Token);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_between_page_and_button_logs_nobody_in()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Ann)).Autologin!;
        var page = await client.OpenAsync(url);
        site.Revocation.Revoke(LinkSite.Ann, site.Time.GetUtcNow());

        using var response = await client.SendFormAsync(url, page);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_host_that_logs_nobody_in_or_refuses_answers_as_to_a_link_that_is_not_valid()
    {
        await using var without = await LinkSite.StartAsync(_ => { });
        await using var refusing = await LinkSite.StartAsync(options => options.SignIn = (_, _) => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(null));
        foreach (var site in new[] { without, refusing })
        {
            using var client = site.Client();
            using var response = await client.PostAsync((await site.LinksAsync(LinkSite.Ann)).Autologin!, new FormUrlEncodedContent([]), Token);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_link_to_look_shows_the_ticket_and_logs_nobody_in()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Sam)).View!;

        using var response = await client.SendFormAsync(url, await client.OpenAsync(url));

        Assert.Equal("ticket ACME-1001 for sam@example.test", await response.Content.ReadAsStringAsync(Token));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/me", Token)).StatusCode);
    }

    [Fact]
    public async Task A_host_that_shows_no_ticket_to_strangers_sends_them_to_its_own_page()
    {
        await using var site = await LinkSite.StartAsync(_ => { });
        using var client = site.Client();

        using var response = await client.GetAsync((await site.LinksAsync(LinkSite.Sam)).View!, Token);

        Assert.Equal("https://help.example.test/tickets/ACME-1001", response.Headers.Location!.ToString());
    }
}
