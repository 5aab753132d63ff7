using HelpDesk.Email.Checking;
using HelpDesk.Email.ErrorMail;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.ErrorMail;

/// <summary>Mail about troubles of the help desk itself.</summary>
public sealed class ErrorMailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "MO-05")]
    public async Task A_trouble_is_mailed_from_and_to_the_one_address_past_the_outbox()
    {
        await using var desk = await DeskAsync("Error");
        Book(desk).Tell("mailbox support", isError: true, "It can't be read.");

        Assert.Equal(1, await RunAsync(desk));

        var mail = Assert.Single(desk.Transport.Sent);
        Assert.Equal(("admin@example.test", "admin@example.test"), (mail.ReversePath, Assert.Single(mail.Recipients)));
        Assert.Contains("Subject: Help desk: mailbox support has trouble", mail.Text, StringComparison.Ordinal);
        Assert.Contains("It can't be read.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.Store.Outbox.FindAsync(new Storage.OutboxQuery(), Token));
    }

    [Theory]
    [Trait("Feature", "MO-05")]
    [InlineData("Off", 0)]
    [InlineData("Error", 1)]
    [InlineData("Warning", 2)]
    public async Task The_level_says_what_is_mailed(string level, int expected)
    {
        await using var desk = await DeskAsync(level);
        Book(desk).Tell("mailbox support", isError: false, "It may pass.");
        Book(desk).Tell("the mail store", isError: true, "It is away.");

        Assert.Equal(expected, await RunAsync(desk));
        Assert.Equal(expected == 0 ? 0 : 1, desk.Transport.Sent.Count);
    }

    [Fact]
    [Trait("Feature", "MO-05")]
    public async Task The_same_trouble_is_mailed_once_an_hour_with_its_count_and_its_end_once()
    {
        await using var desk = await DeskAsync("Error");
        var mailed = new List<int>();
        for (var minute = 0; minute < 70; minute++)
        {
            Book(desk).Tell("mailbox support", isError: true, "It can't be read.");
            mailed.Add(await RunAsync(desk));
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 60], mailed.Select((count, minute) => (count, minute)).Where(each => each.count > 0).Select(each => each.minute));
        Assert.Contains("This happened 60 times", desk.Transport.Sent[1].Text, StringComparison.Ordinal);

        // What was told since waits for its hour, and says then that it is over.
        Book(desk).End("mailbox support");
        Assert.Equal(0, await RunAsync(desk));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync(desk));
        Assert.Contains("is well again", desk.Transport.Sent[2].Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await RunAsync(desk));
    }

    [Fact]
    [Trait("Feature", "MO-05")]
    public async Task A_mail_that_can_not_be_sent_is_no_trouble_and_is_tried_again_later()
    {
        await using var desk = await DeskAsync("Warning");
        Book(desk).Tell("the mail store", isError: true, "It is away.");
        desk.Transport.Answer = mail => DeliveryResult.ForAll(mail, RecipientStatus.Rejected, "550 no");
        Assert.Equal(0, await RunAsync(desk));
        desk.Transport.Answer = _ => throw new InvalidOperationException("It is broken.");
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, await RunAsync(desk));
        Assert.Equal(["the mail store"], Book(desk).Due(withWarnings: true).Select(report => report.Trouble.Key));

        desk.Transport.Answer = _ => null;
        Assert.Equal(0, await RunAsync(desk));
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await RunAsync(desk));
    }

    [Fact]
    [Trait("Feature", "MO-05")]
    public async Task A_test_gives_the_error_back()
    {
        await using var desk = await DeskAsync("Off");
        var checks = desk.Services.GetRequiredService<IConnectionChecks>();
        Assert.True((await checks.SendTestErrorMailAsync(Token)).Succeeded);
        Assert.Single(desk.Transport.Sent);

        desk.Transport.Answer = mail => DeliveryResult.ForAll(mail, RecipientStatus.Rejected, "550 5.7.1 go away");
        var report = await checks.SendTestErrorMailAsync(Token);
        Assert.False(report.Succeeded);
        Assert.Contains("550 5.7.1 go away", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "MO-05")]
    public async Task A_quarantined_mail_is_told_without_a_subject_or_a_correspondent()
    {
        await using var desk = await DeskAsync("Warning", ("Limits:MaxSubjectLength", "5"));
        await desk.DeliverAsync(Mails.From("ann@example.test", "Much too long", "It smokes."), Token);

        var report = Assert.Single(Book(desk).Due(withWarnings: true));

        Assert.Equal(("quarantine", false), (report.Trouble.Key, report.Trouble.IsError));
        Assert.DoesNotContain("Much too long", report.Trouble.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", report.Trouble.Text, StringComparison.Ordinal);
    }

    private static TroubleBook Book(HelpDeskHarness desk) => desk.Services.GetRequiredService<TroubleBook>();

    private static Task<int> RunAsync(HelpDeskHarness desk) => desk.Services.GetRequiredService<ErrorMailWorker>().RunOnceAsync(Token);

    private static Task<HelpDeskHarness> DeskAsync(string level, params (string Key, string? Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Outgoing:default:Kind"] = "Memory";
            options.Settings["Monitor:ErrorMail:Level"] = level;
            options.Settings["Monitor:ErrorMail:Address"] = "admin@example.test";
            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }
        },
        Token);
}
