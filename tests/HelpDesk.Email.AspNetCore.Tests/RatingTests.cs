using System.Net;
using AngleSharp.Html.Dom;
using HelpDesk.Email.Links;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.AspNetCore.Tests;

[Trait("Feature", "NO-14")]
public sealed class RatingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RatingValue.Good)]
    [InlineData(RatingValue.Ok)]
    [InlineData(RatingValue.Bad)]
    public async Task The_link_chooses_and_the_button_sends(RatingValue value)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var links = (await site.LinksAsync(LinkSite.Ann)).Rating!;
        var url = value switch { RatingValue.Good => links.Good, RatingValue.Ok => links.Ok, _ => links.Bad };
        var page = await client.OpenAsync(url);
        Assert.Equal(value.ToString().ToLowerInvariant(), ((IHtmlInputElement)page.QuerySelector("input[type=radio][checked]")!).Value);

        using var response = await client.SendFormAsync(url, page, ("comment", "Fine <b>work</b>"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(value.ToString(), (await site.TicketAsync()).Fields["Rating"]);
        Assert.Equal($"Rating: {value}\n\nFine <b>work</b>", Assert.Single(await site.EntriesAsync()).Text);
    }

    [Fact]
    public async Task A_reader_may_choose_otherwise_on_the_page()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Ann)).Rating!.Good;

        using var response = await client.SendFormAsync(url, await client.OpenAsync(url), ("rating", "bad"));

        Assert.Equal("Bad", (await site.TicketAsync()).Fields["Rating"]);
    }

    [Fact]
    public async Task A_page_that_is_sent_twice_rates_once()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Ann)).Rating!.Good;
        var page = await client.OpenAsync(url);
        using var first = await client.SendFormAsync(url, page);
        using var second = await client.SendFormAsync(url, page);

        Assert.Single(await site.EntriesAsync());
    }

    [Theory]
    [InlineData("rating=excellent")]
    [InlineData("comment=nothing+chosen")]
    [InlineData("")]
    public async Task Without_a_rating_the_page_asks_again(string body)
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        using var content = new StringContent(body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await client.PostAsync((await site.LinksAsync(LinkSite.Ann)).Rating!.Good, content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await site.EntriesAsync());
    }

    [Fact]
    public async Task A_form_larger_than_the_page_can_make_is_not_read()
    {
        await using var site = await LinkSite.StartAsync();
        using var client = site.Client();
        using var content = new FormUrlEncodedContent([new("rating", "good"), new("comment", new string('a', 100_000))]);

        using var response = await client.PostAsync((await site.LinksAsync(LinkSite.Ann)).Rating!.Good, content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await site.EntriesAsync());
    }

    [Fact]
    public async Task A_host_of_its_own_mind_takes_the_rating_itself()
    {
        var actions = new Listening();
        await using var site = await LinkSite.StartAsync(register: services => services.AddSingleton<ILinkActions>(actions));
        using var client = site.Client();
        var url = (await site.LinksAsync(LinkSite.Ann)).Rating!.Ok;

        using var response = await client.SendFormAsync(url, await client.OpenAsync(url), ("comment", $"{new string('a', 1999)}\u0007bc"));

        var (link, rating) = Assert.Single(actions.Ratings);
        Assert.Equal((LinkSite.Number, LinkSite.Ann, RatingValue.Ok), (link.Ticket, link.Address, rating.Value));
        Assert.Equal($"{new string('a', 1999)} ", rating.Comment);
        Assert.Empty(await site.EntriesAsync());
    }

    private sealed class Listening : ILinkActions
    {
        public List<(TicketLink Link, TicketRating Rating)> Ratings { get; } = [];

        public ValueTask UnsubscribeAsync(TicketLink link, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask RateAsync(TicketLink link, TicketRating rating, CancellationToken cancellationToken)
        {
            Ratings.Add((link, rating));
            return ValueTask.CompletedTask;
        }
    }
}
