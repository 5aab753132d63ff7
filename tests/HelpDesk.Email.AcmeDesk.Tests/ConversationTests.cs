using System.Net;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.AcmeDesk.Tests;

/// <summary>Acme's agents and customers, without a browser.</summary>
public sealed class ConversationTests(RunningAcme acme) : IClassFixture<RunningAcme>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_becomes_a_ticket_that_the_rules_place_and_the_requester_is_told()
    {
        var ticket = await acme.MailAsync("ann@example.test", "The printer smokes");

        Assert.StartsWith("ACME-", ticket.Number, StringComparison.Ordinal);
        Assert.Equal(("Printers", "tess@acme.test"), (ticket.Category, ticket.Assignee?.Address));
        await acme.OutgoingAsync("To: ann@example.test", ticket.Number);
    }

    [Fact]
    public async Task An_agent_answers_on_the_page_and_the_answer_goes_out()
    {
        var ticket = await acme.MailAsync("bea@example.test", "No coffee");
        using var agent = await LoggedInAsync("tess@acme.test");
        Assert.Contains("No coffee", await agent.GetStringAsync("/", Token), StringComparison.Ordinal);

        using var response = await agent.PostAsync(
            $"/tickets/{ticket.Number}/replies",
            new FormUrlEncodedContent([new("id", $"{Guid.NewGuid()}"), new("text", "The coffee is on its way.")]),
            Token);

        await acme.TicketAsync(ticket.Number, now => now.Status == TicketStatus.Pending);
        await acme.OutgoingAsync("To: bea@example.test", "The coffee is on its way.");
        Assert.Contains("The coffee is on its way.", await agent.GetStringAsync($"/tickets/{ticket.Number}", Token), StringComparison.Ordinal);
        Assert.Contains("has news: No coffee", await EventuallyHomeAsync(agent, "has news: No coffee"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("support", "Thank you for writing to Acme")]
    [InlineData("kundendienst", "Danke, dass Sie Acme geschrieben haben")]
    public async Task Acmes_own_words_go_out_in_the_language_of_the_department(string mailbox, string words)
    {
        var ticket = await acme.MailAsync("moe@example.test", $"Words of {mailbox}", mailbox: mailbox);

        await acme.OutgoingAsync("To: moe@example.test", ticket.Number, words);
    }

    [Fact]
    public async Task A_customer_sees_neither_the_tickets_of_others_nor_a_form_to_answer()
    {
        var ticket = await acme.MailAsync("cid@example.test", "Secret plans");
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(acme.Url) };

        using var page = await nobody.GetAsync($"/tickets/{ticket.Number}", Token);
        using var reply = await nobody.PostAsync($"/tickets/{ticket.Number}/replies", new FormUrlEncodedContent([new("id", $"{Guid.NewGuid()}"), new("text", "Hi")]), Token);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (page.StatusCode, reply.StatusCode));
    }

    [Fact]
    public async Task A_command_in_a_technicians_mail_does_what_it_says()
    {
        var ticket = await acme.MailAsync("dan@example.test", "Door is stuck");
        await acme.SendAsync("tess@acme.test", $"#{ticket.Number} #escalate#");

        var escalated = await acme.TicketAsync(ticket.Number, now => now.Priority == "High");
        Assert.Equal("High", escalated.Priority);
    }

    private async Task<HttpClient> LoggedInAsync(string address)
    {
        var client = new HttpClient { BaseAddress = new Uri(acme.Url) };
        using var response = await client.PostAsync("/login", new FormUrlEncodedContent([new("address", address)]), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return client;
    }

    private static async Task<string> EventuallyHomeAsync(HttpClient client, string words)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var i = 0; i < 1800; i++)
        {
            var page = await client.GetStringAsync("/", Token);
            if (page.Contains(words, StringComparison.Ordinal))
            {
                return page;
            }

            await tick.WaitForNextTickAsync(Token);
        }

        return "nothing happened";
    }
}
