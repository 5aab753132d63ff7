using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Screening;

/// <summary>Whose mail is taken, and what is left out before anything is known of its sender.</summary>
public sealed class AcceptedMailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Everyone", true, true, true)]
    [InlineData("Requesters", true, false, false)]
    [InlineData("Technicians", false, true, false)]
    [InlineData("RequestersAndTechnicians", true, true, false)]
    [Trait("Feature", "FI-05")]
    public async Task Mail_is_taken_from_whom_the_setting_names(string from, bool requester, bool technician, bool stranger)
    {
        await using var desk = await StartAsync(("Filters:AcceptFrom", from));

        Assert.Equal(requester, await IsTakenAsync(desk, "ann@example.test"));
        Assert.Equal(technician, await IsTakenAsync(desk, "tess@helpdesk.test"));
        Assert.Equal(stranger, await IsTakenAsync(desk, "eve@elsewhere.test"));
    }

    [Theory]
    [InlineData("tess@helpdesk.test", true)]
    [InlineData("tess@helpdesk.test", false)]
    [InlineData("old@example.test", true)]
    [Trait("Feature", "FI-06")]
    public async Task A_filter_comes_before_role_and_inactive_state(string from, bool isFiltered)
    {
        await using var desk = await StartAsync(("Filters:Subjects:raffle:Text", "raffle"));

        var mail = await desk.DeliverAsync(Mails.From(from, isFiltered ? "You won our raffle" : "Printer", "Hello."), Token);

        Assert.Equal(isFiltered ? JournalOutcome.Ignored : JournalOutcome.Created, mail.Outcome);
        Assert.Equal(isFiltered, mail.Trace.Any(line => line.Step == "Screen" && line.Reason.Contains("Filters:Subjects:raffle", StringComparison.Ordinal)));

        // Whoever is inactive is told so; not where a filter had its say first.
        Assert.Equal(isFiltered, mail.Outbox.Count == 0);
    }

    [Theory]
    [InlineData("noreply@shop.test", "Your parcel", "", JournalOutcome.Ignored)]
    [InlineData("no-reply@shop.test", "Your parcel", "", JournalOutcome.Ignored)]
    [InlineData("postmaster@relay.test", "Statistics", "", JournalOutcome.Ignored)]
    [InlineData("bob@example.test", "Out of office: Printer", "Auto-Submitted: auto-replied\n", JournalOutcome.Ignored)]
    [InlineData("norma.reply@example.test", "The heating", "", JournalOutcome.Created)]
    [InlineData("ann@example.test", "Your noreply address does not answer", "", JournalOutcome.Created)]
    [Trait("Feature", "FI-07")]
    public async Task The_junk_filter_leaves_out_what_programs_send_and_no_word_of_a_person(string from, string subject, string headers, JournalOutcome outcome)
    {
        await using var desk = await StartAsync(("Filters:JunkFilter", "true"));

        var mail = await desk.DeliverAsync(Mails.From(from, subject, "It is so.", headers: headers), Token);

        Assert.Equal(outcome, mail.Outcome);
    }

    [Theory]
    [InlineData(400, null, JournalOutcome.Created)]
    [InlineData(401, null, JournalOutcome.Quarantined)]
    [InlineData(21, "20", JournalOutcome.Quarantined)]
    [InlineData(401, "401", JournalOutcome.Created)]
    [Trait("Feature", "FI-09")]
    public async Task A_subject_over_the_limit_is_quarantined_with_its_octets(int length, string? limit, JournalOutcome outcome)
    {
        await using var desk = limit is null ? await StartAsync() : await StartAsync(("Limits:MaxSubjectLength", limit));
        var sent = Mails.From("ann@example.test", new string('x', length), "Hello.");

        var mail = await desk.DeliverAsync(sent, Token);

        Assert.Equal(outcome, mail.Outcome);
        using var kept = await desk.Store.Journal.OpenContentAsync(mail.Row.Id, Token);
        Assert.Equal(sent.Octets.Length, kept!.Length);
        Assert.Equal(outcome == JournalOutcome.Quarantined, mail.Trace.Any(line => line.Reason.Contains($"the subject has {length} characters", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("tess@home.test", null, "tess@helpdesk.test")]
    [InlineData("ann@example.test", null, "ann@example.test")]
    [InlineData("ann@example.test", "true", "tess@helpdesk.test")]
    [Trait("Feature", "CO-02")]
    public async Task An_entry_stands_in_its_senders_name_unless_the_settings_put_it_in_the_assignees(string from, string? inNameOfAssignee, string author)
    {
        await using var desk = inNameOfAssignee is null ? await StartAsync() : await StartAsync(("Identity:InNameOfAssignee", inNameOfAssignee));
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")) { Assignee = EmailAddress.Create("tess@helpdesk.test") });

        var mail = await desk.DeliverAsync(Mails.From($"Ann <{from}>", "Re: [#1000] Printer", "It smokes."), Token);

        Assert.Equal(("1000", JournalOutcome.Appended), (mail.Ticket, mail.Outcome));
        var entry = Assert.Single(await desk.Tickets.EntriesAsync("1000", Token).ToListAsync(Token));
        Assert.Equal(author, entry.Author.ToString());

        // Who really wrote is always to be seen.
        Assert.Equal(inNameOfAssignee is not null, entry.Text.Contains("[Written by Ann <ann@example.test>", StringComparison.Ordinal));
    }

    private static async Task<bool> IsTakenAsync(HelpDeskHarness desk, string from)
    {
        var mail = await desk.DeliverAsync(Mails.From(from, "Printer", $"It smokes, says {from}."), Token);
        Assert.True(mail.Outcome == JournalOutcome.Created || mail.Trace.Any(line => line.Step == "Screen" && line.Reason.Contains("Filters:AcceptFrom", StringComparison.Ordinal)));
        return mail.Outcome == JournalOutcome.Created;
    }

    private static async Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }
            },
            Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("ann@example.test"), ContactRole.Requester));
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician) { OtherAddresses = [EmailAddress.Create("tess@home.test")] });
        desk.Contacts.Add(new Contact(EmailAddress.Create("old@example.test"), ContactRole.Requester) { IsActive = false });
        return desk;
    }
}
