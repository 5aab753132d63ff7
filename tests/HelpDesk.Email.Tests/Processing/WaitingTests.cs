using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Processing;

public sealed class WaitingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_that_waits_says_why_once_however_often_it_is_looked_at()
    {
        var fault = ThrowingStep.Current.Value = new ThrowingStep.Fault("away", isTransient: true);
        await using var desk = await HelpDeskHarness.StartAsync(
            options => options.Compose = mail => mail.ConfigurePipeline(p => p.InsertAfter<ParseStep, ThrowingStep>()), Token);
        var parent = await desk.DeliverAsync(Mails.From("ann@example.test", "away", "x", messageId: "<parent@example.test>"), Token);
        var child = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: that", "y", inReplyTo: "<parent@example.test>"), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(12), Token);

        // The parent did not come back in time: the child went on without it.
        Assert.Equal(JournalOutcome.Created, child.Outcome);
        Assert.Single(child.Trace, line => line.Step == "Wait");
        Assert.Contains(child.Trace, line => line.Reason == "makes a ticket");
        Assert.True(fault.Calls > 10);
        Assert.Single((await desk.LookAtAsync(parent.Row.Id, Token)).Trace, line => line.Verdict == "postponed");
    }
}
