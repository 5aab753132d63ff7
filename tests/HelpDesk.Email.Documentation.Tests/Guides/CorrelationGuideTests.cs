using HelpDesk.Email.Documentation.Tests.Repository;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.Configuration;

namespace HelpDesk.Email.Documentation.Tests.Guides;

/// <summary>The settings that the guide of correlation shows do what it says.</summary>
public sealed class CorrelationGuideTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_settings_of_the_guide_work()
    {
        var shown = new ConfigurationBuilder()
            .AddJsonFile(RepositoryRoot.Combine("tests/HelpDesk.Email.Documentation.Tests/Guides/correlation.json"))
            .Build()
            .GetSection("HelpDeskEmail");
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                foreach (var (key, value) in shown.AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null))
                {
                    options.Settings[key] = value;
                }
            },
            Token);

        var first = await desk.DeliverAsync(HarnessMail.Of("From: cases@vendor.example\nSubject: [CASE-7]\nMessage-ID: <1@vendor.example>\n\nHello.\n"), Token);
        var second = await desk.DeliverAsync(HarnessMail.Of("From: cases@vendor.example\nSubject: News\nMessage-ID: <2@vendor.example>\n\nAbout [CASE-7].\n"), Token);
        var third = await desk.DeliverAsync(HarnessMail.Of($"From: cases@vendor.example\nSubject: [Incident - {first.Ticket}]\nMessage-ID: <3@vendor.example>\n\nMore.\n"), Token);

        Assert.Equal(JournalOutcome.Created, first.Outcome);
        Assert.Equal(first.Ticket, second.Ticket);
        Assert.Equal(first.Ticket, third.Ticket);
    }
}
