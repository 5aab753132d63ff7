using HelpDesk.Email.Contacts;
using HelpDesk.Email.Links;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Links;

/// <summary>What was true when a mail went out is looked at again when its link is opened.</summary>
[Trait("Feature", "NO-12")]
public sealed class LinkReadingTests : IDisposable
{
    private readonly LinkWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task CVE_2026_41902_a_link_that_logs_in_ends_after_three_days()
    {
        var text = LinkWorld.In((await _world.ForAsync(LinkWorld.Ann)).Autologin);

        _world.Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(LinkPurpose.Autologin, text));
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(LinkStatus.Expired, await _world.StatusAsync(LinkPurpose.Autologin, text));
    }

    [Fact]
    public async Task CVE_2026_27637_links_of_a_person_can_be_taken_back_and_newer_ones_count()
    {
        var login = await _world.SignAsync(LinkPurpose.Autologin);
        var view = await _world.SignAsync(LinkPurpose.View);
        var others = await _world.SignAsync(LinkPurpose.View, LinkWorld.Sam);

        _world.Revocation.Revoke(LinkWorld.Ann, _world.Time.GetUtcNow());
        _world.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.Autologin, login));
        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.View, view));
        Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(LinkPurpose.View, others));
        Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(LinkPurpose.Autologin, await _world.SignAsync(LinkPurpose.Autologin)));
    }

    [Theory]
    [InlineData(ContactRole.Technician)]
    [InlineData(ContactRole.Administrator)]
    public async Task Who_became_a_technician_or_administrator_is_not_logged_in_by_an_old_link(ContactRole role)
    {
        var text = await _world.SignAsync(LinkPurpose.Autologin);
        await _world.People.SaveAsync(new Contact(LinkWorld.Ann, role), LinkWorld.Token);

        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.Autologin, text));
        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.View, await _world.SignAsync(LinkPurpose.View)));
    }

    [Fact]
    public async Task Who_is_put_out_is_not_logged_in()
    {
        var text = await _world.SignAsync(LinkPurpose.Autologin);
        await _world.People.SaveAsync(new Contact(LinkWorld.Ann, ContactRole.Requester) { IsActive = false }, LinkWorld.Token);

        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.Autologin, text));
    }

    [Fact]
    public async Task Turned_off_links_that_were_sent_log_nobody_in_any_more()
    {
        var text = await _world.SignAsync(LinkPurpose.Autologin);
        _world.Settings.Links.AutologinEnabled = false;

        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.Autologin, text));
    }

    [Fact]
    public async Task A_log_in_or_rating_is_for_the_requester_alone()
    {
        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.Autologin, await _world.SignAsync(LinkPurpose.Autologin, LinkWorld.Sam)));
        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.Rate, await _world.SignAsync(LinkPurpose.Rate, LinkWorld.Sam)));
        Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(LinkPurpose.View, await _world.SignAsync(LinkPurpose.View, LinkWorld.Sam)));
    }

    [Fact]
    public async Task A_link_to_a_ticket_that_is_gone_or_that_its_reader_left_shows_nothing()
    {
        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.View, await _world.SignAsync(LinkPurpose.View, ticket: "ACME-9")));

        var text = await _world.SignAsync(LinkPurpose.View, LinkWorld.Sam);
        _world.Tickets.Change(LinkWorld.Number, ticket => ticket with { Subscribers = [] });
        Assert.Equal(LinkStatus.Revoked, await _world.StatusAsync(LinkPurpose.View, text));
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var before = await _world.TicketAsync();
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            var text = await _world.SignAsync(purpose);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(purpose, text));
            }
        }

        Assert.Equal(before.Version, (await _world.TicketAsync()).Version);
    }
}
