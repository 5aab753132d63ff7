using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Notifications;

public sealed class HostMailTests
{
    [Fact]
    public async Task A_host_answers_raises_and_sends()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = await HelpDeskHarness.StartAsync(options => { }, cancellationToken);
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")));
        var mailer = desk.Mailer;
        var answerId = Guid.NewGuid();
        var eventId = Guid.NewGuid();
        var mailId = Guid.NewGuid();

        #region host-answer
        var agent = EmailAddress.Create("tina@helpdesk.test", "Tina");
        await mailer.ReplyAsync(new AgentReply(answerId, "1000", agent, "Pull the plug.") { Status = TicketStatus.Pending }, cancellationToken);
        #endregion

        #region host-event
        await mailer.RaiseAsync(new TicketNotice(eventId, "1000", NotificationEvent.Closed) { Actor = agent, Text = "The plug was loose." }, cancellationToken);
        #endregion

        #region host-template
        var mail = new TemplateMail(mailId, "verify-address", [EmailAddress.Create("ann@example.test")])
        {
            Values = new Dictionary<string, object?>
            {
                ["verification"] = new Dictionary<string, object?> { ["link"] = "https://desk.example.test/verify/5f2c" },
            },
        };
        await mailer.SendAsync(mail, cancellationToken);
        #endregion

        await desk.SettleAsync(cancellationToken);
        Assert.Equal(3, desk.Transport.Sent.Count);
    }
}
