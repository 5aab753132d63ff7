using System.Globalization;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Notifications;

/// <summary>Somebody uses the desk to bother others: mail in their names.</summary>
[Trait("Feature", "BE-07")]
public sealed class ForgedFloodTests
{
    private const int Addresses = 50;
    private const string Marker = "qzxmarker";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HELPDESK_EMAIL_LONG") == "1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-05")]
    public async Task CVE_2022_31184_a_flood_of_forged_mail_gets_three_answers_an_address_and_none_has_a_word_of_it()
    {
        // Ten thousand take a minute; the limits show with far fewer.
        var mails = IsLong ? 10_000 : 1_000;
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Identity:AuthenticationServer"] = "mx.helpdesk.test";
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:closed:Address"] = "closed@helpdesk.test";
                options.Settings["Mailboxes:closed:NewTicketsFrom"] = "Registered";
            },
            Token);

        for (var i = 0; i < mails; i++)
        {
            // Some make a ticket, some are refused; some are not proved, some are proved false.
            var result = i % 7 == 0 ? "Authentication-Results: mx.helpdesk.test; dmarc=fail header.from=victims.test\n" : string.Empty;
            var mail = HarnessMail.Of(
                $"{result}From: {Marker} <v{i % Addresses}@victims.test>\nTo: support@helpdesk.test, closed@helpdesk.test\nSubject: {Marker} {i}\n"
                + $"Message-ID: <{i}@flood.test>\n\n{Marker} {i}\n") with { Mailbox = i % 3 == 0 ? "closed" : "support" };
            var delivery = await desk.DeliverAsync(mail, Token);
            Assert.Equal(i % 3 == 0 ? JournalOutcome.Rejected : JournalOutcome.Created, delivery.Outcome);
        }

        await desk.AdvanceAsync(TimeSpan.FromMinutes(29), Token);

        var sent = desk.Transport.Sent;
        var byAddress = sent.GroupBy(mail => Assert.Single(mail.Recipients)).ToList();
        Assert.Equal(Addresses, byAddress.Count);
        Assert.All(byAddress, answers => Assert.InRange(answers.Count(), 1, 3));
        Assert.All(sent, mail => Assert.DoesNotContain(Marker, mail.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(sent, mail => Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Marker))[..8], mail.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AutomaticAnswers:MaxPerDomainInAnHour", 7, 7)]
    [InlineData("AutomaticAnswers:MaxInAllInAnHour", 5, 5)]
    [InlineData("AutomaticAnswers:MaxInAllInAnHour", 0, 20)]
    public async Task A_domain_and_all_together_have_bounds_of_their_own(string key, int limit, int answers)
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings[key] = limit.ToString(CultureInfo.InvariantCulture), Token);
        for (var i = 0; i < 20; i++)
        {
            await desk.DeliverAsync(Mails.From($"v{i}@victims.test", $"Question {i}", $"Number {i}."), Token);
        }

        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(answers, desk.Transport.Sent.Count);

        // The window slides: what is an hour old counts no more.
        await desk.AdvanceAsync(TimeSpan.FromHours(1), Token);
        await desk.DeliverAsync(Mails.From("later@victims.test", "One more", "Later.").Undated(), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(answers + 1, desk.Transport.Sent.Count);
    }

    [Fact]
    public async Task Another_help_desk_is_told_once_a_day_that_there_is_a_ticket()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        for (var i = 0; i < 3; i++)
        {
            await desk.DeliverAsync(Mails.From("desk@other.test", $"Number {i}", $"Case {i}.", headers: "X-RT-Loop-Prevention: other\n"), Token);
        }

        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Single(desk.Transport.Sent);

        await desk.AdvanceAsync(TimeSpan.FromDays(1), Token);
        await desk.DeliverAsync(Mails.From("desk@other.test", "Number 9", "Case 9.", headers: "X-RT-Loop-Prevention: other\n").Undated(), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(2, desk.Transport.Sent.Count);
    }
}
