using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Documentation.Tests.Testing;

#region testing-first
public sealed class AcknowledgementTests
{
    [Fact]
    public async Task A_first_mail_makes_a_ticket_and_is_acknowledged()
    {
        var token = TestContext.Current.CancellationToken;
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, token);

        var delivery = await desk.DeliverAsync(
            HarnessMail.Of("""
                From: Ann <ann@example.test>
                To: support@helpdesk.test
                Subject: My printer smokes

                Please help.
                """),
            token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), token);

        Assert.Equal(JournalOutcome.Created, delivery.Outcome);
        Assert.Equal(["ann@example.test"], Assert.Single(desk.Transport.Sent).Recipients);
    }
}
#endregion
