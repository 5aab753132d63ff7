using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Records;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Records;

public sealed class RecordModuleTests
{
    private readonly Notices _notices = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "CO-10")]
    public async Task A_technicians_mail_makes_changes_and_an_administrators_deletes_a_record()
    {
        await using var desk = await StartAsync();

        var made = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - new] Lift", "Place: Hall\n\nIt stands."), Token);
        Assert.Equal((JournalOutcome.Recorded, null), (made.Outcome, made.Ticket));
        Assert.Equal(("Lift", "It stands.", "Hall", "tess@helpdesk.test"), (_notices.All["1"].Subject, _notices.All["1"].Text, _notices.All["1"].Field("PLACE"), _notices.All["1"].Author?.Address));
        Assert.Equal(made.Row.OperationId, _notices.All["1"].OperationId);

        await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - 1] Lift", "It runs."), Token);
        Assert.Equal("It runs.", _notices.All["1"].Text);

        await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - 1 - delete]", "Away."), Token);
        Assert.Single(_notices.All);
        var deleted = await desk.DeliverAsync(Mails.From("ada@helpdesk.test", "[notice - 1 - delete]", "Away."), Token);
        Assert.Equal(JournalOutcome.Recorded, deleted.Outcome);
        Assert.Empty(_notices.All);
    }

    [Theory]
    [InlineData("ann@example.test", "[notice - new] Lift", "It stands.", "notice - new was refused: the sender is a requester, and Records:Roles:notice is Technician")]
    [InlineData("tess@helpdesk.test", "[notice - new] Lift", "Colour: red\n\nIt stands.", "notice - new was refused: notices have no colour")]
    public async Task What_is_refused_is_an_ordinary_mail_with_a_note(string from, string subject, string body, string note)
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From(from, subject, body), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.EndsWith($"[{note}]", (await desk.LastEntryAsync(mail.Ticket, Token)).Text, StringComparison.Ordinal);
        Assert.Empty(_notices.Asked);
    }

    [Theory]
    [InlineData("[other - new] Lift", "")]
    [InlineData("Re: [notice - 1 - delete]", "")]
    [InlineData("[notice - new] Lift", "Auto-Submitted: auto-generated\n")]
    public async Task What_is_no_keyword_of_a_module_is_an_ordinary_mail(string subject, string field)
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("ada@helpdesk.test", subject, "It stands.", headers: field), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Equal("It stands.", (await desk.LastEntryAsync(mail.Ticket, Token)).Text);
        Assert.Empty(_notices.Asked);
    }

    [Fact]
    public async Task A_change_that_the_module_refuses_when_it_comes_to_it_waits_for_a_person()
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - 9] Lift", "It runs."), Token);

        Assert.Equal(JournalOutcome.Quarantined, mail.Outcome);
        Assert.Contains(mail.Trace, line => line is { Step: "Record", Verdict: "refused", Reason: "there is no notice 9" });
    }

    [Fact]
    public async Task A_lost_answer_does_nothing_twice()
    {
        await using var desk = await StartAsync();
        (_notices.Fault, _notices.FaultsAfterwards) = (new StoreUnavailableException("the database is away"), true);

        var first = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - new] Lift", "It stands."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(JournalOutcome.Recorded, (await desk.LookAtAsync(first.Row.Id, Token)).Outcome);
        Assert.Equal(2, _notices.Asked.Count);
        Assert.Single(_notices.All);
    }

    [Fact]
    public async Task A_module_that_fails_for_good_is_asked_to_end_the_operation_and_the_mail_is_set_aside()
    {
        await using var desk = await StartAsync();
        _notices.Fault = new InvalidOperationException("no such table");

        var first = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - new] Lift", "It stands."), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(5), Token);

        Assert.Equal(JournalOutcome.Quarantined, (await desk.LookAtAsync(first.Row.Id, Token)).Outcome);
        Assert.True(_notices.Asked[^1].IsEmpty);
        Assert.Empty(_notices.All);
    }

    [Fact]
    public async Task A_ticket_that_the_record_belongs_to_is_known_to_the_mail()
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - new] Lift", "Ticket: 1000\n\nIt stands.", messageId: "<n@helpdesk.test>"), Token);
        var answer = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: Lift", "I see.", inReplyTo: "<n@helpdesk.test>"), Token);

        Assert.Equal("1000", mail.Ticket);
        Assert.Equal((JournalOutcome.Appended, "1000"), (answer.Outcome, answer.Ticket));
    }

    [Fact]
    public async Task Roles_are_a_setting()
    {
        await using var desk = await StartAsync(("Records:Roles:notice", "Administrator"));

        Assert.Equal(JournalOutcome.Created, (await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[notice - new] Lift", "One."), Token)).Outcome);
        Assert.Equal(JournalOutcome.Recorded, (await desk.DeliverAsync(Mails.From("ada@helpdesk.test", "[notice - new] Lift", "Two."), Token)).Outcome);

        Assert.Contains("HelpDeskEmail:Records:Roles:nothing names no record module", desk.ChangeSettings([new("Records:Roles:nothing", "Administrator")]), StringComparison.Ordinal);
        Assert.Null(desk.ChangeSettings([new("Records:Enabled", "false")]));
        Assert.Equal(JournalOutcome.Created, (await desk.DeliverAsync(Mails.From("ada@helpdesk.test", "[notice - new] Lift", "Three."), Token)).Outcome);
    }

    private async Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings)
    {
        var desk = await RecordDesk.StartAsync(mail => mail.Services.AddSingleton<IRecordModule>(_notices), Token, settings);
        desk.Contacts.Add(new Contact(EmailAddress.Create("ada@helpdesk.test"), ContactRole.Administrator));
        return desk;
    }
}
