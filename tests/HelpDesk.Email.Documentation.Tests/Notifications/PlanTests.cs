using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Notifications;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_is_printed_and_nobody_is_told()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings["Departments:Support:Technicians:0"] = "tess@helpdesk.test", cancellationToken);
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")) { Department = "Support" });
        var mailer = desk.Mailer;
        var agent = EmailAddress.Create("tina@helpdesk.test");

        #region print-a-plan
        var moved = new TicketNotice(Guid.NewGuid(), "1000", NotificationEvent.Moved) { Actor = agent, PreviousDepartment = "Sales" };
        var plan = await mailer.PlanAsync(moved, cancellationToken);
        foreach (var line in plan.Lines)
        {
            Console.WriteLine(line); // Moved: Technicians tess@helpdesk.test: ticket-moved, CategoryTechniciansOnMoved
        }
        #endregion

        Assert.Equal("Moved: Technicians tess@helpdesk.test: ticket-moved, CategoryTechniciansOnMoved", plan.ToString());
        Assert.Empty(desk.Transport.Sent);
    }
}
