using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>The values that templates get.</summary>
public sealed class ModelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_are_told_with_what_the_directory_knows_of_them()
    {
        await using var desk = await ComposingDesk.StartAsync();
        await desk.RowAsync(ComposingDesk.Update(), desk.Answer());
        var model = desk.Renderer;

        Assert.Equal(["Ann", "Example", "Example Ltd", "Leeds", "requester", "ann@example.test"],
            new[] { "firstName", "lastName", "company", "location", "role", "userName" }.Select(name => model.At($"requester.{name}")));
        Assert.Equal(["Tina", "Tech", "Second line", "technician", null],
            new[] { "firstName", "lastName", "department", "role", "userName" }.Select(name => model.At($"technician.{name}")));
        Assert.Equal("ann@example.test", model.At("recipient.address"));
        Assert.Equal(true, model.At("author.isVerified"));
    }

    [Theory]
    [InlineData(false, null, "Your message", "Ann Example")]
    [InlineData(true, "It smokes.", "Printer", "Ann Example")]
    public async Task The_words_of_who_may_be_somebody_else_are_for_technicians_alone_and_they_are_warned(bool isForTechnician, string? body, string subject, string name)
    {
        await using var desk = await ComposingDesk.StartAsync();
        var stranger = EmailAddress.Create("eve@elsewhere.test", "Ann's boss");
        var occasion = desk.Mail(mayEcho: false);
        await desk.RowAsync(isForTechnician ? ComposingDesk.Notice() : ComposingDesk.Update(), occasion with { Cause = occasion.Cause with { Author = stranger } });

        Assert.Equal(body, desk.Renderer.At("body"));
        Assert.Equal(subject, desk.Renderer.At("ticket.subject"));
        Assert.Equal(name, desk.Renderer.At("requester.name"));
        Assert.Equal(isForTechnician ? "Ann's boss" : null, desk.Renderer.At("author.name"));
        Assert.Equal(false, desk.Renderer.At("author.isVerified"));
    }

    [Fact]
    [Trait("Feature", "TE-08")]
    public async Task Chosen_fields_come_in_their_order_and_what_a_ticket_lacks_is_left_out()
    {
        await using var desk = await ComposingDesk.StartAsync(
            ("Composition:ChosenFields:0", "Room"), ("Composition:ChosenFields:1", "status"), ("Composition:ChosenFields:2", "Floor"), ("Composition:ChosenFields:3", "Technician"),
            ("Composition:PublicFields:0", "room"));
        var ticket = ComposingDesk.Ticket with { Fields = new Dictionary<string, string> { ["Room"] = "12", ["Margin"] = "80 %" } };
        await desk.RowAsync(ComposingDesk.Update(), desk.Answer(ticket));

        Assert.Equal(["Room 12", "status Open", "Technician Tina Tech"], desk.Renderer.List("chosenFields").Select(field => $"{field["name"]} {field["value"]}"));
        Assert.Equal(["Room True", "Margin False"], desk.Renderer.List("ticket.fields").Select(field => $"{field["id"]} {field["isPublic"]}"));
    }

    [Fact]
    [Trait("Feature", "TE-08")]
    public async Task More_than_eight_are_refused()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var desk = await ComposingDesk.StartAsync([.. Enumerable.Range(0, 9).Select(i => ($"Composition:ChosenFields:{i}", (string?)$"F{i}"))]);
        });

        Assert.Contains("HelpDeskEmail:Composition:ChosenFields has 9 fields; choose at most 8.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NotificationEvent.Created, "Welcome.", "created")]
    [InlineData(NotificationEvent.UpdatedByTechnician, "News.", "updated")]
    [InlineData(NotificationEvent.Closed, "News.", "closed")]
    [Trait("Feature", "TE-08")]
    public async Task New_and_changed_tickets_have_texts_of_their_own(NotificationEvent happened, string preface, string name)
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:PrefaceForNew", "Welcome."), ("Composition:PrefaceForUpdated", "News."));
        await desk.RowAsync(ComposingDesk.Update() with { Event = happened }, desk.Answer());

        Assert.Equal(preface, desk.Renderer.At("preface"));
        Assert.Equal(name, desk.Renderer.At("event.name"));
    }

    [Theory]
    [InlineData(LinkPlacement.Top, "top")]
    [InlineData(LinkPlacement.None, "none")]
    [Trait("Feature", "NO-15")]
    public async Task The_link_to_the_ticket_stands_where_the_settings_say(LinkPlacement placement, string said)
    {
        await using var desk = await ComposingDesk.StartWithLinksAsync(new TicketLinkSet { View = "https://desk.test/t/7", Placement = placement });
        await desk.RowAsync(ComposingDesk.Update(), desk.Answer());

        Assert.Equal(said, desk.Renderer.At("links.placement"));
        Assert.Equal("https://desk.test/t/7", desk.Renderer.At("ticket.url"));
    }

    [Theory]
    [InlineData("true", null)]
    [InlineData("false", "text/html")]
    [Trait("Feature", "TE-09")]
    public async Task Mail_is_text_and_HTML_or_text_alone(string plainText, string? html)
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:PlainTextOnly", plainText));

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer());

        Assert.Contains("Pull the plug.", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(html, mail.HtmlParts.FirstOrDefault(part => part.MediaType.Full == "text/html")?.MediaType.Full);
    }

    [Fact]
    public async Task Date_and_time_are_those_of_the_department()
    {
        await using var desk = await ComposingDesk.StartAsync(
            ("Brands:acme:Culture", "de"), ("Brands:acme:TimeZone", "America/New_York"), ("Departments:Support:Brand", "acme"), ("Departments:Support:TimeZone", "Europe/Berlin"));
        await desk.RowAsync(ComposingDesk.Update(), desk.Answer());

        Assert.Equal("de", desk.Renderer.Culture!.Name);
        Assert.Equal("Montag, 5. Januar 2026", desk.Renderer.At("date"));
        Assert.Equal("10:00 UTC+01:00", desk.Renderer.At("time"));
        Assert.Equal("Offen", desk.Renderer.At("ticket.status"));
        Assert.Equal(TimeSpan.FromHours(1), ((DateTimeOffset)desk.Renderer.At("ticket.created")!).Offset);
    }

    [Fact]
    public async Task Earlier_messages_are_for_technicians_and_for_others_where_that_is_set_and_never_internal_ones()
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:RecentMessagesToCustomers", "3"), ("Composition:RecentMessages", "2"));
        await desk.Desk.DeliverAsync(HarnessMail.Of("From: Ann <ann@example.test>\nTo: support@helpdesk.test\nSubject: Printer\nMessage-ID: <1@example.test>\n\nIt smokes.\n") with { Mailbox = "support" }, Token);
        foreach (var (text, isInternal) in new[] { ("Pull the plug.", false), ("She never does.", true), ("Is it out?", false) })
        {
            await desk.Desk.Mailer.ReplyAsync(new AgentReply(Guid.NewGuid(), "1000", ComposingDesk.Tina, text) { IsInternal = isInternal }, Token);
            await desk.Desk.SettleAsync(Token);
        }

        var ticket = (await desk.Desk.Tickets.FindAsync(TicketLookup.Of("1000"), Token))[0];
        await desk.RowAsync(ComposingDesk.Update(), desk.Answer(ticket));
        Assert.Equal(["Is it out?", "Pull the plug.", "It smokes."], desk.Renderer.List("recentMessages").Select(message => message["body"]));

        await desk.RowAsync(ComposingDesk.Notice(), desk.Answer(ticket));
        Assert.Equal(["Is it out?", "She never does."], desk.Renderer.List("recentMessages").Select(message => message["body"]));

        await desk.RowAsync(ComposingDesk.Update() with { Kind = OutgoingKind.AutomaticAnswer }, desk.Answer(ticket));
        Assert.Empty(desk.Renderer.List("recentMessages"));
    }

    [Fact]
    public async Task CVE_2026_48187_a_model_has_bounds()
    {
        await using var desk = await ComposingDesk.StartAsync();
        await desk.RowAsync(ComposingDesk.Update(), desk.Answer(entry: new NewTicketEntry(ComposingDesk.Tina, new string('x', 3_000_000)) { Html = $"<p>{new string('x', 3_000_000)}</p>" }));

        Assert.EndsWith("x\n\n[…]", (string?)desk.Renderer.At("body"), StringComparison.Ordinal);
        Assert.Equal(100_005, ((string)desk.Renderer.At("body")!).Length);
        Assert.Null(desk.Renderer.At("bodyHtml"));
    }

    [Fact]
    public async Task What_nobody_knows_is_absent_and_a_list_is_empty()
    {
        await using var desk = await ComposingDesk.StartAsync();
        await desk.RowAsync(new PlannedMail(TemplateNames.RejectedByLock, ComposingDesk.Ann, OutgoingKind.AutomaticAnswer, "refused"), new Occasion(desk.Mail().Cause, desk.Settings));

        Assert.All(["event", "bodyHtml", "preface", "requester", "technician", "invitation", "survey", "host"], name => Assert.Null(desk.Renderer.At(name)));
        Assert.All(["chosenFields", "recentMessages", "attachments", "recentAttachments", "subscribers", "nonTechSubscribers", "articles", "tickets"], name => Assert.Empty(desk.Renderer.List(name)));
        Assert.Equal("Printer", desk.Renderer.At("ticket.subject"));
    }
}
