using HelpDesk.Email.Identity;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Pipeline;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Pipeline;

/// <summary>The step of docs/concepts/pipeline.md does what the page says.</summary>
public sealed class PipelineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_of_ones_own_decides_in_its_place()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = Compose, Token);

        var blocked = await desk.DeliverAsync(HarnessMail.Of("From: eve@spam.test\nTo: support@helpdesk.test\nSubject: Buy\n\nNow.\n"), Token);
        var welcome = await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Help\n\nPlease.\n"), Token);

        Assert.Equal(JournalOutcome.Ignored, blocked.Outcome);
        Assert.Equal("BlockedSenders", blocked.Trace[^1].Step);
        Assert.Equal(JournalOutcome.Created, welcome.Outcome);
        Assert.Contains("BlockedSenders: Sets aside", desk.Services.GetRequiredService<InboundPipeline>().DescribePipeline(), StringComparison.Ordinal);
    }

    private static void Compose(IHelpDeskEmailBuilder mail)
    {
        #region pipeline-insert
        mail.Services.AddSingleton(new BlockedDomains(new HashSet<string> { "spam.test" }));
        mail.ConfigurePipeline(steps => steps.InsertAfter<IdentifyStep, BlockedSendersStep>());
        #endregion
    }
}
