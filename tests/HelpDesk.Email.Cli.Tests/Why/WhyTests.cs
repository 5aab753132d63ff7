using System.Text.Json;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Cli.Tests.Why;

/// <summary>Why did this mail become that ticket?</summary>
public sealed class WhyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-02")]
    public async Task The_life_of_a_tickets_mails_is_told_in_order()
    {
        using var folder = new TestFolder();
        var connection = $"Data Source={folder.At("helpdesk.db")}";
        string ticket;
        await using (var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseSqlite(connection), Token))
        {
            ticket = (await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Printer\nMessage-ID: <1@example.test>\n\nIt smokes.\n"), Token)).Ticket!;
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        }

        var settings = folder.Write("appsettings.json", $$"""{ "ConnectionStrings": { "HelpDesk": {{JsonSerializer.Serialize(connection)}} } }""");
        var run = await Tool.RunAsync("why", ticket, "--settings", settings);
        var text = await Tool.RunAsync(isTerminal: true, "why", ticket, "--settings", settings);

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal(["in created <1@example.test>", $"out sent {run.Lines[1].Text("messageId")}"], run.Lines.Select(line => $"{line.Text("direction")} {line.Text("state")} {line.Text("messageId")}"));
        Assert.Contains(run.Lines[0].GetProperty("trace").EnumerateArray(), step => step.Text("step") == "Admit");
        Assert.Equal("accepted", run.Lines[1].GetProperty("recipients")[0].Text("state"));
        Assert.Contains("received in support from ann@example.test: created", text.Out, StringComparison.Ordinal);
        Assert.Contains("to ann@example.test: accepted", text.Out, StringComparison.Ordinal);

        var ofMailbox = await Tool.RunAsync("why", "--mailbox", "support", "--settings", settings);
        Assert.Equal((0, run.Out), (ofMailbox.Code, ofMailbox.Out));
    }

    [Fact]
    public async Task A_ticket_without_mail_says_so()
    {
        using var folder = new TestFolder();
        var connection = $"Data Source={folder.At("helpdesk.db")}";
        await using (await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseSqlite(connection), Token))
        {
        }

        var run = await Tool.RunAsync("why", "99", "--settings", folder.Write("a.json", $$"""{ "ConnectionStrings": { "HelpDesk": {{JsonSerializer.Serialize(connection)}} } }"""));

        Assert.Equal((1, "The store has no mail of a ticket 99.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Either_a_ticket_or_a_mailbox_is_named()
    {
        Assert.Equal(2, (await Tool.RunAsync("why", "--settings", "a.json")).Code);
        Assert.Equal(2, (await Tool.RunAsync("why", "1", "--mailbox", "support", "--settings", "a.json")).Code);
    }

    [Theory]
    [InlineData("{}", "ConnectionStrings:HelpDesk")]
    [InlineData("{ \"ConnectionStrings\": { \"HelpDesk\": \"Data Source=/no/such/helpdesk.db\" } }", "/no/such/helpdesk.db")]
    public async Task A_store_that_is_not_there_is_wrong_usage_and_none_is_made(string settings, string words)
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("why", "1", "--settings", folder.Write("a.json", settings));

        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
