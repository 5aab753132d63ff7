using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Screening;

public sealed class ScreenedMailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ann@example.test", "the sender is inactive")]
    [InlineData("Ann@HOME.test", "the sender is inactive")]
    [InlineData("tess@helpdesk.test", "the sender is inactive")]
    [InlineData("sam@example.test", null)]
    public async Task Mail_of_an_inactive_person_is_refused_from_whichever_address(string from, string? reason)
    {
        await using var desk = await StartAsync();
        desk.Contacts.Add(new Contact(EmailAddress.Create("ann@example.test"), ContactRole.Requester) { IsActive = false, OtherAddresses = [EmailAddress.Create("ann@home.test")] });
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician) { IsActive = false });

        var mail = await desk.DeliverAsync(Mails.From(from, "Printer", "It smokes."), Token);

        Assert.Equal(reason is null ? JournalOutcome.Created : JournalOutcome.Rejected, mail.Outcome);
        Assert.Equal(reason is null ? "ticket-received" : "rejected-by-requirements", Assert.Single(mail.Outbox).Template);
        Assert.Contains(mail.Trace, line => line.Step == "Screen" && line.Reason == (reason ?? string.Empty));
    }

    [Theory]
    [InlineData(null, "created")]
    [InlineData(false, "rejected")]
    [InlineData(true, "created")]
    [Trait("Feature", "FI-11")]
    public async Task Registered_people_alone_where_the_others_are_not_taken(bool? isRegistered, string otherwise)
    {
        await using var open = await StartAsync();
        await using var closed = await StartAsync(("Identity:AcceptUnregistered", "false"));
        if (isRegistered is { } registered)
        {
            open.Contacts.Add(new Contact(EmailAddress.Create("ann@example.test"), ContactRole.Requester) { IsRegistered = registered });
            closed.Contacts.Add(new Contact(EmailAddress.Create("ann@example.test"), ContactRole.Requester) { IsRegistered = registered });
        }

        var mail = Mails.From("ann@example.test", "Printer", "It smokes.");
        Assert.Equal(JournalOutcome.Created, (await open.DeliverAsync(mail, Token)).Outcome);
        Assert.Equal(isRegistered is null ? "rejected" : otherwise, (await closed.DeliverAsync(mail, Token)).Outcome.ToString().ToLowerInvariant());
    }

    [Fact]
    [Trait("Feature", "FI-01")]
    [Trait("Feature", "NO-17")]
    public async Task A_filter_that_stops_sending_leaves_a_line_in_the_trace_and_no_mail()
    {
        await using var desk = await StartAsync(("Filters:Subjects:numbers:Text", "ticket-received"), ("Filters:Subjects:numbers:Direction", "Send"));

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Empty(mail.Outbox);
        Assert.Contains(mail.Trace, line => line.Verdict == "filtered" && line.Reason == "ticket-received is not sent; Filters:Subjects:numbers: 'ticket-received' is in the subject");
    }

    [Fact]
    [Trait("Feature", "FI-08")]
    public async Task The_same_words_of_one_sender_are_heard_once_within_the_window_alone()
    {
        await using var desk = await StartAsync(("Filters:Duplicates", "true"), ("Filters:DuplicateWindow", "01:00:00"));

        var first = await desk.DeliverAsync(Mails.From("robot@example.test", "Failed", "Host A."), Token);
        var copies = new List<JournalOutcome>();
        for (var minutes = 0; minutes < 60; minutes += 20)
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(20), Token);
            var copy = await desk.DeliverAsync(Mails.From("Robot@example.test", "Failed", "Host A.  "), Token);
            Assert.Equal((first.Row.Id, first.Ticket), (copy.Row.DuplicateOf, copy.Row.Ticket));
            copies.Add(copy.Outcome);
        }

        await desk.AdvanceAsync(TimeSpan.FromMinutes(15), Token);
        var later = await desk.DeliverAsync(Mails.From("robot@example.test", "Failed", "Host A."), Token);

        Assert.All(copies, outcome => Assert.Equal(JournalOutcome.Duplicate, outcome));
        Assert.Equal(JournalOutcome.Created, later.Outcome);
    }

    [Theory]
    [InlineData("other@example.test", "Failed", "Host A.", "")]
    [InlineData("robot@example.test", "Failed again", "Host A.", "")]
    [InlineData("robot@example.test", "Failed", "Host B.", "")]
    [InlineData("robot@example.test", "Failed", "Host A.", "Reply-To: cora@example.test\n")]
    [Trait("Feature", "FI-08")]
    public async Task Other_words_or_another_sender_are_heard(string from, string subject, string body, string headers)
    {
        await using var desk = await StartAsync(("Filters:Duplicates", "true"));

        await desk.DeliverAsync(Mails.From("robot@example.test", "Failed", "Host A."), Token);
        var other = await desk.DeliverAsync(Mails.From(from, subject, body, headers: headers), Token);

        Assert.Equal(JournalOutcome.Created, other.Outcome);
    }

    private static Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }
        },
        Token);
}
