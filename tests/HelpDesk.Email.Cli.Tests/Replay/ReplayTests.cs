using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests.Replay;

/// <summary>What <c>replay</c> says of the scenarios beside these tests.</summary>
public sealed class ReplayTests
{
    [Fact]
    [Trait("Feature", "BE-02")]
    public async Task Each_mail_has_a_line_that_says_what_became_of_it_and_why()
    {
        var run = await ScenarioFiles.ReplayAsync("conversation");

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        Assert.Equal(3, run.Lines.Count);
        var reply = run.Lines[0];
        Assert.Equal(["file", "outcome", "ticket", "author", "evidence", "changes", "notifications", "trace"], reply.EnumerateObject().Select(member => member.Name));
        Assert.Equal("reply.eml", reply.Text("file"));
        Assert.Equal("appended", reply.Text("outcome"));
        Assert.Equal("1234", reply.Text("ticket"));
        Assert.Equal("bob@example.test", reply.Text("author"));
        Assert.Equal(["reference to ticket 1234"], reply.Texts("evidence"));
        Assert.Equal(["status: open", "entry: message"], reply.Texts("changes"));
        Assert.Empty(reply.List("notifications"));
        Assert.Equal(["Parse", "Classify", "Identify", "Screen", "Correlate", "Extract", "Record", "Command", "Route", "Admit", "Plan"], reply.List("trace").Select(step => step.Text("step")));
        Assert.All(reply.List("trace").SkipLast(1), step => Assert.Equal("continue", step.Text("verdict")));
        Assert.Equal("not told", reply.List("trace")[^1].Text("verdict"));
    }

    [Fact]
    public async Task A_mail_that_makes_a_ticket_is_acknowledged_though_its_header_names_somebody_else()
    {
        var line = (await ScenarioFiles.ReplayAsync("conversation")).Lines[1];

        Assert.Equal("created", line.Text("outcome"));
        Assert.Equal(["created", "status: new", "department: Support", "entry: message"], line.Texts("changes"));
        var notification = Assert.Single(line.List("notifications"));
        Assert.Equal("ticket-received", notification.Text("template"));
        Assert.Equal(["carla@example.test"], notification.Texts("to"));
        Assert.Contains($"[Ticket#{line.Text("ticket")}]", notification.Text("subject"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_line_has_the_tickets_with_their_entries()
    {
        var tickets = (await ScenarioFiles.ReplayAsync("conversation")).Lines[^1].List("tickets");

        Assert.Equal(["1234", "1000"], tickets.Select(ticket => ticket.Text("number")));
        Assert.Equal(["open", "new"], tickets.Select(ticket => ticket.Text("status")));
        Assert.Equal("ann@example.test", tickets[0].Text("requester"));
        Assert.Equal("2026-11-20T10:00:00+00:00", tickets[0].Text("created"));
        Assert.Equal(["It smokes.", "It stopped now.", "Pull the plug."], tickets[0].List("entries").Select(entry => entry.Text("text")));
        Assert.Equal("Schlüssel verloren", tickets[1].Text("subject"));
        Assert.Equal("2026-11-21T10:05:00+00:00", tickets[1].Text("created"));
        var entry = Assert.Single(tickets[1].List("entries"));
        Assert.Equal("Ich finde ihn nicht. 🔑", entry.Text("text"));
        Assert.Equal("places.csv", Assert.Single(entry.List("attachments")).Text("fileName"));
    }

    [Fact]
    public async Task The_last_line_has_the_outbox_with_what_was_sent_and_when()
    {
        var outbox = (await ScenarioFiles.ReplayAsync("conversation")).Lines[^1].List("outbox");

        Assert.Equal(["ticket-received", "ticket-updated"], outbox.Select(mail => mail.Text("template")));
        Assert.Equal(["2026-11-21T10:05:10+00:00", "2026-11-21T10:36:00+00:00"], outbox.Select(mail => mail.Text("at")));
        Assert.All(outbox, mail => Assert.Equal("sent", mail.Text("state")));
        Assert.Equal("auto-replied", outbox[0].GetProperty("headers").Text("Auto-Submitted"));
        Assert.Equal("<carla.1@example.test>", outbox[0].GetProperty("headers").Text("In-Reply-To"));
        Assert.Equal(["ann@example.test"], outbox[1].Texts("to"));
        Assert.Contains("Pull the plug.", outbox[1].Text("text"), StringComparison.Ordinal);
        Assert.Contains("<html", outbox[1].Text("html"), StringComparison.Ordinal);
        Assert.False(outbox[1].GetProperty("headers").TryGetProperty("Auto-Submitted", out _));
    }

    [Fact]
    public async Task Automatic_mail_becomes_a_note_is_recorded_or_ignored_and_never_answered()
    {
        var run = await ScenarioFiles.ReplayAsync("automatic");

        Assert.Equal(["appended", "recorded", "ignored"], Mails(run).Select(line => line.Text("outcome")));
        Assert.Equal(["7", "7", null], Mails(run).Select(line => line.Text("ticket")));
        Assert.Equal(["entry: note"], run.Lines[0].Texts("changes"));
        Assert.Equal("pending", Assert.Single(run.Lines[^1].List("tickets")).Text("status"));
        Assert.Empty(run.Lines[^1].List("outbox"));
    }

    [Fact]
    public async Task A_closed_or_locked_ticket_does_what_the_settings_say()
    {
        var run = await ScenarioFiles.ReplayAsync("closed");

        Assert.Equal(["appended", "rejected", "created", "rejected"], Mails(run).Select(line => line.Text("outcome")));
        Assert.Equal(["reopened", "status: open", "entry: message"], run.Lines[0].Texts("changes"));
        Assert.Equal("2", run.Lines[1].Text("ticket"));
        Assert.Equal("rejected-by-lock", Assert.Single(run.Lines[1].List("notifications")).Text("template"));
        Assert.Contains("linked to: 3", run.Lines[2].Texts("changes"));
        Assert.Equal("3", run.Lines[^1].List("tickets")[^1].Text("linkedTo"));
        Assert.Equal("reject", run.Lines[3].List("trace").Single(step => step.Text("step") == "Admit").Text("verdict"));
    }

    [Fact]
    public async Task Answers_that_are_not_due_yet_stand_in_the_outbox_as_ready()
    {
        var outbox = (await ScenarioFiles.ReplayAsync("closed")).Lines[^1].List("outbox");

        Assert.Equal(3, outbox.Count);
        Assert.All(outbox, mail => Assert.Equal("ready", mail.Text("state")));
        Assert.All(outbox, mail => Assert.Equal("2026-11-21T10:00:10+00:00", mail.Text("at")));
    }

    [Fact]
    public async Task Copies_of_a_mail_say_of_which()
    {
        var run = await ScenarioFiles.ReplayAsync("copies");

        Assert.Equal(["created", "duplicate", "duplicate"], Mails(run).Select(line => line.Text("outcome")));
        Assert.Single(Mails(run).Select(line => line.Text("ticket")).Distinct());
        Assert.Contains("the same mail as one.eml", run.Lines[1].Texts("evidence"));
        Assert.Contains("the same mail as one.eml", run.Lines[2].Texts("evidence"));
        Assert.Single(run.Lines[^1].List("tickets"));
    }

    [Fact]
    public async Task Settings_change_while_the_desk_runs_and_those_not_named_stay()
    {
        var run = await ScenarioFiles.ReplayAsync("live");

        Assert.Equal(["recorded", "created"], Mails(run).Select(line => line.Text("outcome")));
        Assert.Contains("department: Shop", run.Lines[1].Texts("changes"));
        Assert.Equal("sales@helpdesk.test", Assert.Single(run.Lines[^1].List("outbox")).GetProperty("headers").Text("From"));
    }

    [Fact]
    public async Task What_a_host_does_changes_the_ticket_and_is_told_to_whom_it_concerns()
    {
        var run = await ScenarioFiles.ReplayAsync("host");

        var tickets = Assert.Single(run.Lines).List("tickets");
        Assert.Equal("closed", tickets[0].Text("status"));
        Assert.Equal("tom@helpdesk.test", tickets[0].Text("assignee"));
        Assert.Equal("Hardware", tickets[0].Text("department"));
        Assert.True(tickets[0].GetProperty("locked").GetBoolean());
        Assert.Equal("1", tickets[1].Text("mergedInto"));
        Assert.Equal(["internal", "public", "public"], tickets[0].List("entries").Select(entry => entry.Text("visibility")));
        Assert.Equal("2026-11-28T10:00:00+00:00", tickets[0].List("entries")[^1].Text("at"));
        Assert.Equal(["ann@example.test", "bob@example.test", "ann@example.test", "bob@example.test"], run.Line.List("outbox").SelectMany(mail => mail.Texts("to")));
    }

    [Fact]
    public async Task A_step_that_can_not_be_done_is_told_and_fails_the_run()
    {
        var run = await ScenarioFiles.ReplayAsync("host");

        Assert.Equal(1, run.Code);
        Assert.Equal("There is no ticket 99, and so it can't be closed.\n", run.Error);
    }

    [Fact]
    public async Task People_get_the_same_as_text()
    {
        var run = await Tool.RunAsync(isTerminal: true, "replay", Path.Combine(AppContext.BaseDirectory, "Scenarios", "conversation", "scenario.json"));

        Assert.StartsWith("reply.eml: appended, ticket 1234\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Ticket 1234, open: Printer\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    | Pull the plug.\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Mail sent 2026-11-21 10:36:00 to ann@example.test: Re: Printer [Ticket#1234]\n", run.Out, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Mails(ToolRun run) => run.Lines.SkipLast(1);
}
