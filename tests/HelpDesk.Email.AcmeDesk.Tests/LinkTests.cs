using HelpDesk.Email.Tickets;
using Microsoft.Playwright;

namespace HelpDesk.Email.AcmeDesk.Tests;

/// <summary>The links of Acme's mails, opened in a real browser.</summary>
public sealed class LinkTests(RunningAcme acme, Browser browser) : IClassFixture<RunningAcme>, IClassFixture<Browser>
{
    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task The_requester_is_logged_in_by_the_button_and_sees_their_tickets_and_no_others()
    {
        var page = await browser.OpenAsync();
        var ticket = await acme.MailAsync("eve@example.test", "Key is lost");
        var other = await acme.MailAsync("fay@example.test", "Window is broken");
        var url = (await acme.LinksAsync(ticket.Number, "eve@example.test")).Autologin!;

        await page.GotoAsync(url);
        await page.GotoAsync(url);
        Assert.Empty(await page.Context.CookiesAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();

        // A click is done when the next page begins; it is read when it is whole.
        await page.WaitForURLAsync($"{acme.Url}/tickets/{ticket.Number}");
        Assert.Contains("Key is lost", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync(acme.Url);
        Assert.DoesNotContain("Window is broken", await page.ContentAsync(), StringComparison.Ordinal);
        var foreign = await page.GotoAsync($"{acme.Url}/tickets/{other.Number}");
        Assert.Equal(404, foreign!.Status);
    }

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task A_changed_link_logs_nobody_in()
    {
        var page = await browser.OpenAsync();
        var ticket = await acme.MailAsync("gil@example.test", "Lamp is out");
        var url = (await acme.LinksAsync(ticket.Number, "gil@example.test")).Autologin!;

        var response = await page.GotoAsync(url[..^1] + (url[^1] == 'a' ? 'e' : 'a'));

        Assert.Equal(404, response!.Status);
        Assert.Equal(0, await page.GetByRole(AriaRole.Button).CountAsync());
    }

    [Fact]
    [Trait("Feature", "NO-14")]
    public async Task A_rating_is_chosen_by_the_link_and_sent_by_the_button_in_the_readers_language()
    {
        var page = await browser.OpenAsync("de-DE");
        var ticket = await acme.MailAsync("hal@example.test", "Chair is loose");
        await page.GotoAsync((await acme.LinksAsync(ticket.Number, "hal@example.test")).Rating!.Ok);
        Assert.True(await page.GetByLabel("In Ordnung").IsCheckedAsync());
        await page.GetByLabel("Möchten Sie etwas dazu sagen?").FillAsync("<script>alert(1)</script>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Absenden" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Vielen Dank" })).ToBeVisibleAsync();
        Assert.Equal("Ok", (await acme.TicketAsync(ticket.Number, now => now.Fields.ContainsKey("Rating"))).Fields["Rating"]);
    }

    [Fact]
    [Trait("Feature", "NO-14")]
    public async Task The_mail_about_a_closed_ticket_has_the_links_by_which_its_requester_rates_it()
    {
        var page = await browser.OpenAsync();
        var ticket = await acme.MailAsync("ned@example.test", "Heating is cold");
        await page.GotoAsync(acme.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "I am Tess" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = ticket.Number }).ClickAsync();
        await page.GetByLabel("What to say").FillAsync("It is warm now.");
        await page.GetByLabel("and close the ticket").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        var mail = await acme.OutgoingAsync("To: ned@example.test", "/mail-links/rate/");

        var reader = await browser.OpenAsync();
        await reader.GotoAsync(RunningAcme.LinkIn(mail, "rate"));
        await reader.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        Assert.Equal("Good", (await acme.TicketAsync(ticket.Number, now => now.Fields.ContainsKey("Rating"))).Fields["Rating"]);
    }

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task The_link_that_logs_in_stands_in_the_mail_to_the_requester()
    {
        var page = await browser.OpenAsync();
        var ticket = await acme.MailAsync("oda@example.test", "Carpet is wet");
        var mail = await acme.OutgoingAsync("To: oda@example.test", ticket.Number, "/mail-links/login/");

        await page.GotoAsync(RunningAcme.LinkIn(mail, "login"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();

        await page.WaitForURLAsync($"{acme.Url}/tickets/{ticket.Number}");
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task A_subscriber_who_was_copied_in_gets_out_by_the_button()
    {
        var page = await browser.OpenAsync();
        var ticket = await acme.MailAsync("ida@example.test", "Roof leaks", cc: "jon@example.test");
        Assert.Contains(ticket.Subscribers, person => person.Address == "jon@example.test");
        await page.GotoAsync((await acme.LinksAsync(ticket.Number, "jon@example.test")).Unsubscribe!);
        Assert.Single((await acme.TicketAsync(ticket.Number, _ => true)).Subscribers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Unsubscribe" }).ClickAsync();

        await acme.TicketAsync(ticket.Number, now => now.Subscribers.Count == 0);
    }

    [Fact]
    [Trait("Feature", "NO-12")]
    public async Task Who_was_copied_in_sees_the_one_ticket_without_what_is_internal_and_stays_logged_out()
    {
        var page = await browser.OpenAsync();
        var ticket = await acme.MailAsync("kim@example.test", "Gate is open", cc: "lea@example.test");
        await acme.Tickets.ApplyAsync(
            new TicketChange
            {
                OperationId = Guid.NewGuid(),
                TicketNumber = ticket.Number,
                Entry = new NewTicketEntry(ticket.Requester, "For agents only") { Visibility = EntryVisibility.Internal },
            },
            RunningAcme.Token);
        await page.GotoAsync((await acme.LinksAsync(ticket.Number, "lea@example.test")).View!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the ticket" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Please help.")).ToBeVisibleAsync();
        Assert.DoesNotContain("For agents only", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_page_fits_its_window_and_logs_no_complaint(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 640);
        var ticket = await acme.MailAsync("somebody.with.a.very.long.name.indeed@a.very.long.domain.example.test", $"Wide {width} {scheme}");
        await page.GotoAsync((await acme.LinksAsync(ticket.Number, ticket.Requester.Address)).Rating!.Good);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.NotEqual(
            scheme == ColorScheme.Dark ? "rgb(255, 255, 255)" : "rgb(30, 33, 39)",
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).backgroundColor"));
        Assert.Empty(complaints);
    }
}
