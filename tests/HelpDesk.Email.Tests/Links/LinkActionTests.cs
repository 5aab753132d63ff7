using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Links;

public sealed class LinkActionTests : IDisposable
{
    private readonly LinkWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task Unsubscribing_twice_changes_the_ticket_once_and_after_a_new_subscription_again()
    {
        var link = await LinkAsync(LinkPurpose.Unsubscribe, LinkWorld.Sam);
        await _world.Actions.UnsubscribeAsync(link, Token);
        var once = await _world.TicketAsync();
        await _world.Actions.UnsubscribeAsync(link, Token);

        Assert.Empty(once.Subscribers);
        Assert.Equal(once.Version, (await _world.TicketAsync()).Version);

        await _world.Tickets.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = LinkWorld.Number, AddSubscribers = [LinkWorld.Sam] }, Token);
        await _world.Actions.UnsubscribeAsync(link, Token);
        Assert.Empty((await _world.TicketAsync()).Subscribers);
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task Many_clicks_at_once_unsubscribe_once()
    {
        var link = await LinkAsync(LinkPurpose.Unsubscribe, LinkWorld.Sam);
        var before = await _world.TicketAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Actions.UnsubscribeAsync(link, Token).AsTask(), Token)));

        var after = await _world.TicketAsync();
        Assert.Empty(after.Subscribers);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(1, int.Parse(after.Version, null) - int.Parse(before.Version, null));
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task Unsubscribing_from_a_ticket_that_is_gone_or_was_never_subscribed_changes_nothing()
    {
        var before = await _world.TicketAsync();
        await _world.Actions.UnsubscribeAsync(await LinkAsync(LinkPurpose.Unsubscribe, LinkWorld.Ann), Token);
        await _world.Actions.UnsubscribeAsync(await LinkAsync(LinkPurpose.Unsubscribe, LinkWorld.Sam) with { Ticket = "ACME-9" }, Token);

        Assert.Equal(before.Version, (await _world.TicketAsync()).Version);
    }

    [Fact]
    [Trait("Feature", "NO-14")]
    public async Task A_rating_becomes_a_field_and_an_internal_note_once()
    {
        var link = await LinkAsync(LinkPurpose.Rate, LinkWorld.Ann);
        var rating = new TicketRating(Guid.NewGuid(), RatingValue.Bad, "Nobody came.");
        await _world.Actions.RateAsync(link, rating, Token);
        await _world.Actions.RateAsync(link, rating, Token);

        Assert.Equal("Bad", (await _world.TicketAsync()).Fields["Rating"]);
        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal("Rating: Bad\n\nNobody came.", entry.Text);
        Assert.Equal((EntryKind.Note, EntryVisibility.Internal, LinkWorld.Ann), (entry.Kind, entry.Visibility, entry.Author));
    }

    [Fact]
    [Trait("Feature", "NO-14")]
    public async Task The_last_rating_counts_and_a_closed_ticket_stays_closed()
    {
        _world.Tickets.Change(LinkWorld.Number, ticket => ticket with { Status = TicketStatus.Closed });
        var link = await LinkAsync(LinkPurpose.Rate, LinkWorld.Ann);
        await _world.Actions.RateAsync(link, new TicketRating(Guid.NewGuid(), RatingValue.Bad, null), Token);
        await _world.Actions.RateAsync(link, new TicketRating(Guid.NewGuid(), RatingValue.Good, null), Token);

        var ticket = await _world.TicketAsync();
        Assert.Equal(("Good", TicketStatus.Closed), (ticket.Fields["Rating"], ticket.Status));
    }

    [Fact]
    [Trait("Feature", "NO-14")]
    public async Task A_rating_is_told_as_an_event_where_the_settings_know_one()
    {
        var link = await LinkAsync(LinkPurpose.Rate, LinkWorld.Ann);
        var rating = new TicketRating(Guid.NewGuid(), RatingValue.Bad, "Nobody came.");
        await _world.Actions.RateAsync(link, rating, Token);
        Assert.Empty(_world.Mailer.Notices);

        _world.Settings.Notifications.Events["rated"] = new NotificationEventOptions { Template = "rated" };
        await _world.Actions.RateAsync(link, rating, Token);
        await _world.Actions.RateAsync(link, rating, Token);

        Assert.Single(_world.Mailer.Notices.Select(notice => notice.Id).Distinct());
        var told = _world.Mailer.Notices[0];
        Assert.Equal(("rated", LinkWorld.Number, LinkWorld.Ann, "Nobody came.", true), (told.Name, told.Ticket, told.Actor, told.Text, told.IsInternal));
        Assert.Equal("Bad", told.Values["rating"]);
    }

    private async Task<TicketLink> LinkAsync(LinkPurpose purpose, EmailAddress person) =>
        (await _world.Tokens.VerifyAsync(purpose, await _world.SignAsync(purpose, person), Token))!;

    private async Task<List<TicketEntry>> EntriesAsync()
    {
        var entries = new List<TicketEntry>();
        await foreach (var entry in _world.Tickets.EntriesAsync(LinkWorld.Number, Token))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
