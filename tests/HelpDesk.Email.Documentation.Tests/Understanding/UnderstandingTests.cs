using HelpDesk.Email.Classification;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Documentation.Tests.Understanding;

/// <summary>What docs/concepts/understanding-mail.md shows does what the page says.</summary>
public sealed class UnderstandingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_behind_the_classification_corrects_it()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = Compose, Token);

        var alarm = await desk.DeliverAsync(HarnessMail.Of("From: line3@factory.example.test\nTo: support@helpdesk.test\nX-Alarm: high\nSubject: Line 3 stands\n\nOil.\n"), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(JournalOutcome.Created, alarm.Outcome);
        Assert.Empty(desk.Transport.Sent);
    }

    [Fact]
    public void A_page_of_the_host_shows_the_pictures()
    {
        const string stored = "<img alt=\"a\" data-cid=\"logo@example.test\"><img alt=\"b\" data-remote-src=\"http://pictures.test/b.png\">";
        string? AddressOf(string contentId) => contentId == "logo@example.test" ? "https://desk.test/files/7" : null;

        #region understanding-show
        var shown = SafeHtml.Sanitize(stored, new SafeHtmlOptions
        {
            RemoteImages = RemoteImages.Show,
            ResolveContentId = AddressOf,
        });
        #endregion

        Assert.Contains("src=\"https://desk.test/files/7\"", shown, StringComparison.Ordinal);
        Assert.Contains("src=\"http://pictures.test/b.png\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delimiter_of_the_host_ends_the_reply()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings["ReplyParsing:Delimiters:0"] = "##- Please write above this line -##", Token);

        var mail = await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: a\n\nYes.\n\n##- Please write above this line -##\n\nReally?\n"), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Equal("Yes.", (await desk.Tickets.EntriesAsync(mail.Ticket!, Token).FirstAsync(Token)).Text);
    }

    private static void Compose(IHelpDeskEmailBuilder mail)
    {
        #region understanding-insert
        mail.ConfigurePipeline(steps => steps.InsertAfter<ClassifyStep, AlarmStep>());
        #endregion
    }
}
