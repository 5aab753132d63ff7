namespace HelpDesk.Email.Cli.Tests.Replay;

/// <summary>Scenarios with mistakes: the message says which.</summary>
public sealed class ReplayUsageTests
{
    [Theory]
    [InlineData("""{ "mails": [ "missing.eml", "a.eml", "gone.eml" ] }""", "missing.eml, gone.eml")]
    [InlineData("""{ "mails": "a.eml" }""", "mails is no list")]
    [InlineData("""{ "mails": [ 7 ] }""", "mails[0] is no text")]
    [InlineData("""{ "now": "soon" }""", "now is 'soon'")]
    [InlineData("""{ "tickets": [ { "subject": "x" } ] }""", "tickets[0].number is missing")]
    [InlineData("""{ "tickets": [ { "number": 1, "status": "opened" } ] }""", "tickets[0].status is 'opened'; it can be new, open, pending, closed")]
    [InlineData("""{ "tickets": [ { "number": 1 }, { "number": "1" } ] }""", "There is a ticket '1' already")]
    [InlineData("""{ "tickets": [ { "number": 1, "participants": [ "bob" ] } ] }""", "'bob', which is no e-mail address")]
    [InlineData("""{ "contacts": [ { "address": "a@b.test", "role": "boss" } ] }""", "it can be requester, technician, administrator")]
    [InlineData("""{ "steps": [ { "wait": "1" } ] }""", "steps[0] has none of mail, advance, event, settings")]
    [InlineData("""{ "steps": [ { "mail": "a.eml", "advance": "00:01:00" } ] }""", "steps[0] has more than one of")]
    [InlineData("""{ "steps": [ { "advance": "-00:01:00" } ] }""", "steps[0].advance is '-00:01:00'")]
    [InlineData("""{ "steps": [ { "event": { "type": "exploded", "ticket": "1" } } ] }""", "steps[0].event.type is 'exploded'; it can be replied, noted, closed, reopened, assigned, moved, locked, unlocked, merged, subscribed")]
    [InlineData("""{ "steps": [ { "event": { "type": "replied", "ticket": "1", "text": "x" } } ] }""", "steps[0].event.by is missing")]
    [InlineData("""{ "steps": [ { "event": { "type": "moved", "ticket": "1" } } ] }""", "steps[0].event.to is missing")]
    [InlineData("""{ "settings": { "HelpDeskEmail": { "Mailboxes": { "support": { "Address": "nowhere" } } } } }""", "HelpDeskEmail:Mailboxes:support:Address")]
    [InlineData("""{ "settings": { "HelpDeskEmail": { "Limits": { "MaxSubjectLength": "many" } } } }""", "MaxSubjectLength")]
    [InlineData("""{ "settings": { "Mailboxes": { "support": {} } }, "mailbox": "sales", "mails": [ "a.eml" ] }""", "there is no mailbox 'sales' in the settings; there are support")]
    [InlineData("[]", "no object")]
    [InlineData("{", "no JSON")]
    public async Task A_wrong_scenario_is_wrong_usage_and_the_message_names_the_place(string scenario, string message)
    {
        var run = await ReplayAsync(scenario);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task What_means_nothing_is_told_and_left_out()
    {
        var run = await ReplayAsync("""{ "mails": [ "a.eml" ], "note": "x", "tickets": [ { "number": "5", "sujet": "x" } ] }""");

        Assert.Equal(0, run.Code);
        Assert.Equal(["tickets[0].sujet means nothing in a scenario and is left out.", "note means nothing in a scenario and is left out."], run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Everything_has_a_default()
    {
        var run = await ReplayAsync("""{ "mails": [ "a.eml" ] }""");

        Assert.Equal(0, run.Code);
        Assert.Equal("created", run.Lines[0].Text("outcome"));
        Assert.Equal("support@helpdesk.test", Assert.Single(run.Lines[^1].List("outbox")).GetProperty("headers").Text("From"));
    }

    [Fact]
    public async Task A_mailbox_of_a_scenario_without_settings_is_made()
    {
        var run = await ReplayAsync("""{ "mailbox": "sales", "mails": [ "a.eml" ] }""");

        Assert.Equal("sales@helpdesk.test", Assert.Single(run.Lines[^1].List("outbox")).GetProperty("headers").Text("From"));
    }

    [Fact]
    public async Task The_recipients_of_the_envelope_choose_the_mailbox_where_nothing_else_does()
    {
        var run = await ReplayAsync(
            """
            {
              "settings": { "Mailboxes": { "a": { "Address": "a@helpdesk.test" }, "b": { "Address": "b@helpdesk.test" } } },
              "steps": [ { "mail": "a.eml", "rcptTo": [ "b@helpdesk.test" ] } ]
            }
            """);

        Assert.Equal("b@helpdesk.test", Assert.Single(run.Lines[^1].List("outbox")).GetProperty("headers").Text("From"));
    }

    [Fact]
    public async Task An_empty_envelope_sender_is_never_answered()
    {
        var run = await ReplayAsync("""{ "steps": [ { "mail": "a.eml", "mailFrom": "<>" } ] }""");

        Assert.Equal("created", run.Lines[0].Text("outcome"));
        Assert.Contains("envelope sender <>", run.Lines[0].Texts("evidence"));
        Assert.Empty(run.Lines[^1].List("outbox"));
    }

    [Fact]
    public async Task Settings_that_the_engine_refuses_leave_the_last_good_ones_and_fail_the_run()
    {
        var run = await ReplayAsync("""{ "steps": [ { "settings": { "Limits": { "MaxSubjectLength": 0 } } }, { "mail": "a.eml" } ] }""");

        Assert.Equal(1, run.Code);
        Assert.Contains("MaxSubjectLength", run.Error, StringComparison.Ordinal);
        Assert.Equal("created", run.Lines[0].Text("outcome"));
    }

    [Fact]
    public async Task The_fourth_answer_in_half_an_hour_is_left_out_and_the_trace_says_so()
    {
        using var folder = new TestFolder();
        for (var i = 0; i < 4; i++)
        {
            folder.Mail($"{i}.eml", $"From: ann@example.test\nSubject: Question {i}\nMessage-ID: <{i}@example.test>\n\nNumber {i}.\n");
        }

        var run = await Tool.RunAsync("replay", folder.Write("s.json", """{ "mails": [ "0.eml", "1.eml", "2.eml", "3.eml" ] }"""));

        Assert.Equal(3, run.Lines[^1].List("outbox").Count);
        Assert.Empty(run.Lines[3].List("notifications"));
        Assert.Contains(run.Lines[3].List("trace"), step => step.Text("step") == "Outbox" && step.Text("verdict") == "throttled");
    }

    private static async Task<ToolRun> ReplayAsync(string scenario)
    {
        using var folder = new TestFolder();
        folder.Mail("a.eml", "From: ann@example.test\nSubject: Printer\nMessage-ID: <a@example.test>\n\nIt smokes.\n");
        return await Tool.RunAsync("replay", folder.Write("scenario.json", scenario));
    }
}
