using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tests.Links;

public sealed class TicketLinkSetTests : IDisposable
{
    private readonly LinkWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task The_requester_gets_a_link_that_logs_in_and_others_do_not()
    {
        Assert.StartsWith("https://help.example.test/desk/mail-links/login/", (await _world.ForAsync(LinkWorld.Ann)).Autologin, StringComparison.Ordinal);
        Assert.Null((await _world.ForAsync(LinkWorld.Sam)).Autologin);
        Assert.Null((await _world.ForAsync(LinkWorld.Tess)).Autologin);
    }

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task Unless_an_administrator_turns_it_on_nobody_gets_one()
    {
        Assert.False(new LinksOptions().AutologinEnabled);
        Assert.Equal(TimeSpan.FromDays(3), new LinksOptions().AutologinValidity);

        _world.Settings.Links.AutologinEnabled = false;
        Assert.Null((await _world.ForAsync(LinkWorld.Ann)).Autologin);
    }

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task CVE_2023_22501_a_mail_to_several_people_has_no_link_that_is_signed_for_one()
    {
        var links = await _world.ForAsync(LinkWorld.Ann, LinkWorld.Sam);

        Assert.Equal("https://help.example.test/desk/tickets/ACME-1001", links.TicketPage);
        Assert.Equal(links.TicketPage, links.View);
        Assert.Null(links.Autologin);
        Assert.Null(links.Unsubscribe);
        Assert.Null(links.Rating);
    }

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task Technicians_and_strangers_get_the_page_that_asks_who_they_are()
    {
        foreach (var person in new[] { LinkWorld.Tess, EmailAddress.Create("duty@example.test") })
        {
            var links = await _world.ForAsync(person);
            Assert.Equal(links.TicketPage, links.View);
        }

        Assert.StartsWith("https://help.example.test/desk/mail-links/view/", (await _world.ForAsync(LinkWorld.Sam)).View, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task A_subscriber_gets_a_link_and_the_header_fields_that_unsubscribe_and_the_requester_does_not()
    {
        var links = await _world.ForAsync(LinkWorld.Sam);

        Assert.Equal(
            [new("List-Unsubscribe", $"<{links.Unsubscribe}>, <mailto:unsub@helpdesk.test>"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")],
            links.UnsubscribeHeaders("unsub@helpdesk.test"));
        Assert.Equal("List-Unsubscribe", Assert.Single((await _world.ForAsync(LinkWorld.Ann)).UnsubscribeHeaders("unsub@helpdesk.test")).Key);
        Assert.Empty((await _world.ForAsync(LinkWorld.Ann)).UnsubscribeHeaders(null));

        _world.Settings.Links.UnsubscribeEnabled = false;
        Assert.Null((await _world.ForAsync(LinkWorld.Sam)).Unsubscribe);
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task One_click_is_offered_over_https_alone_as_RFC_8058_asks()
    {
        _world.Settings.Links.RootUrl = "http://help.example.test";

        Assert.Equal("List-Unsubscribe", Assert.Single((await _world.ForAsync(LinkWorld.Sam)).UnsubscribeHeaders(null)).Key);
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task A_link_that_unsubscribes_works_years_later()
    {
        var text = LinkWorld.In((await _world.ForAsync(LinkWorld.Sam)).Unsubscribe);
        _world.Time.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(LinkPurpose.Unsubscribe, text));
    }

    [Fact]
    [Trait("Feature", "NO-14")]
    public async Task The_requester_gets_three_links_of_a_rating_with_the_words_that_ask_for_it()
    {
        _world.Settings.Links.RatingPrompt = "How was it?";

        var rating = (await _world.ForAsync(LinkWorld.Ann)).Rating!;

        Assert.Equal("How was it?", rating.Prompt);
        Assert.EndsWith("/good", rating.Good, StringComparison.Ordinal);
        Assert.EndsWith("/ok", rating.Ok, StringComparison.Ordinal);
        Assert.EndsWith("/bad", rating.Bad, StringComparison.Ordinal);
        Assert.Null((await _world.ForAsync(LinkWorld.Sam)).Rating);

        _world.Settings.Links.RatingEnabled = false;
        Assert.Null((await _world.ForAsync(LinkWorld.Ann)).Rating);
    }

    [Theory]
    [Trait("Feature", "NO-16")]
    [InlineData("help.example.test", null, null, true, "https://help.example.test/")]
    [InlineData("help.example.test", 8443, "desk", true, "https://help.example.test:8443/desk/")]
    [InlineData("10.0.0.7", 8080, "/help/desk/", false, "http://10.0.0.7:8080/help/desk/")]
    [InlineData("fd00::7", 8080, null, false, "http://[fd00::7]:8080/")]
    public async Task Links_are_made_of_host_port_and_virtual_directory(string host, int? port, string? directory, bool encrypted, string root)
    {
        _world.Settings.Links = new LinksOptions { Host = host, Port = port, VirtualDirectory = directory, Encrypted = encrypted, SelfServiceUrl = "portal" };

        var links = await _world.ForAsync(LinkWorld.Ann);

        Assert.Equal($"{root}tickets/ACME-1001", links.TicketPage);
        Assert.Equal($"{root}portal", links.SelfService);
        Assert.StartsWith($"{root}mail-links/view/", links.View, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "NO-16")]
    public async Task The_pages_where_people_help_themselves_may_be_elsewhere()
    {
        _world.Settings.Links.SelfServiceUrl = "https://portal.example.test/start";

        Assert.Equal("https://portal.example.test/start", (await _world.ForAsync(LinkWorld.Ann)).SelfService);
    }

    [Fact]
    [Trait("Feature", "NO-15")]
    public async Task Without_a_root_mails_have_no_links()
    {
        _world.Settings.Links = new LinksOptions { Placement = LinkPlacement.Top };

        Assert.Equal(new TicketLinkSet { Placement = LinkPlacement.Top }, await _world.ForAsync(LinkWorld.Ann));
        Assert.Null(_world.Links.TicketUrl("1"));
    }

    [Fact]
    public async Task A_number_with_a_slash_stays_one_part_of_the_path()
    {
        Assert.Equal("https://help.example.test/desk/tickets/2026%2F7", _world.Links.TicketUrl("2026/7"));
        Assert.Equal(_world.Links.TicketUrl(LinkWorld.Number), (await _world.ForAsync(LinkWorld.Tess)).View);
    }
}
