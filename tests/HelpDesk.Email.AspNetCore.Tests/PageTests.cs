using System.Net;
using AngleSharp.Html.Parser;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.AspNetCore.Tests;

/// <summary>What all pages behind links have in common.</summary>
public sealed class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<LinkPurpose> Purposes => new(Enum.GetValues<LinkPurpose>());

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task CVE_2019_1020018_a_scanner_that_opens_a_link_a_hundred_times_changes_nothing(LinkPurpose purpose)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var (url, before) = (await UrlAsync(site, purpose), await site.TicketAsync());
        for (var i = 0; i < 50; i++)
        {
            using var shown = await client.GetAsync(url, Token);
            using var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), Token);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (shown.StatusCode, asked.StatusCode));
            Assert.False(shown.Headers.Contains("Set-Cookie"));
            Assert.Empty(await asked.Content.ReadAsByteArrayAsync(Token));
        }

        Assert.Equal(before.Version, (await site.TicketAsync()).Version);
        Assert.Empty(await site.EntriesAsync());
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_page_is_kept_framed_and_told_nowhere_and_loads_nothing(LinkPurpose purpose)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        using var response = await client.GetAsync(await UrlAsync(site, purpose), Token);

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);

        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Token));
        Assert.Empty(page.QuerySelectorAll("script,img,link,iframe,[src],[href],[onclick],[style]"));
        Assert.Equal("Acme <Desk>", page.QuerySelector(".desk")!.TextContent);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main h1"));
        Assert.All(page.QuerySelectorAll("textarea"), area => Assert.NotNull(page.QuerySelector($"label[for={area.Id}]")));
        Assert.DoesNotContain("Printer", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("fr, de;q=0.3, en;q=0.8", "en")]
    [InlineData("fr", "en")]
    [InlineData(";;;,", "en")]
    public async Task A_page_speaks_the_language_that_its_reader_likes_best(string accepted, string language)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);

        var page = await client.OpenAsync(await UrlAsync(site, LinkPurpose.Rate));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Links_that_do_not_count_all_look_the_same(LinkPurpose purpose)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = await UrlAsync(site, purpose);
        var forged = $"/mail-links/{LinkPaths.Of(purpose)}/aa.aaaa.aaaaaaaaaaaaaaaaaaaaaaaaaa";
        using var unknown = await client.GetAsync(forged, Token);
        using var acted = await client.PostAsync(forged, new FormUrlEncodedContent([]), Token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, acted.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(Token), await acted.Content.ReadAsStringAsync(Token));
        if (purpose != LinkPurpose.Unsubscribe)
        {
            site.Time.Advance(TimeSpan.FromDays(31));
            using var old = await client.GetAsync(url, Token);
            using var oldAct = await client.PostAsync(url, new FormUrlEncodedContent([]), Token);
            Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (old.StatusCode, oldAct.StatusCode));
            Assert.Equal(await unknown.Content.ReadAsStringAsync(Token), await old.Content.ReadAsStringAsync(Token));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task A_form_of_another_site_logs_nobody_in_as_somebody_else(string header, string value)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        foreach (var purpose in new[] { LinkPurpose.Autologin, LinkPurpose.View, LinkPurpose.Rate })
        {
            using var response = await client.PostFromAsync(await UrlAsync(site, purpose), header, value);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Other_methods_are_not_taken(LinkPurpose purpose)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var response = await client.SendAsync(new HttpRequestMessage(method, await UrlAsync(site, purpose)), Token);
            Assert.False(response.IsSuccessStatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }

        Assert.Empty(await site.EntriesAsync());
        Assert.Single((await site.TicketAsync()).Subscribers);
    }

    [Fact]
    public async Task A_store_that_is_away_asks_to_come_again()
    {
        await using var site = await LinkSite.StartAsync(register: services =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<ILinkActions, AwayActions>(services));
        using var client = site.Client();
        using var response = await client.PostAsync(await UrlAsync(site, LinkPurpose.Unsubscribe), new FormUrlEncodedContent([]), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private static async Task<string> UrlAsync(LinkSite site, LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.View => (await site.LinksAsync(LinkSite.Ann)).View!,
        LinkPurpose.Autologin => (await site.LinksAsync(LinkSite.Ann)).Autologin!,
        LinkPurpose.Rate => (await site.LinksAsync(LinkSite.Ann)).Rating!.Good,
        _ => (await site.LinksAsync(LinkSite.Sam)).Unsubscribe!,
    };

    private sealed class AwayActions : ILinkActions
    {
        public ValueTask UnsubscribeAsync(TicketLink link, CancellationToken cancellationToken) => throw new StoreUnavailableException("away");

        public ValueTask RateAsync(TicketLink link, TicketRating rating, CancellationToken cancellationToken) => throw new StoreUnavailableException("away");
    }
}
