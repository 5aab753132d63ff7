using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using QuickStart.Commands;

namespace HelpDesk.Email.Documentation.Tests.Commands;

/// <summary>The commands of docs/guides/commands.md.</summary>
public sealed class CommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_technician_assigns_and_sets_the_priority_and_a_requester_does_not()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = Compose, Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician));
        desk.Contacts.Add(new Contact(EmailAddress.Create("bob@helpdesk.test"), ContactRole.Technician));

        var obeyed = await TicketAsync(desk, "tess@helpdesk.test", "Lift #assign bob# #priority high#");
        var refused = await TicketAsync(desk, "ann@example.test", "Lift #assign bob# #prio high#");
        var unknown = await TicketAsync(desk, "tess@helpdesk.test", "Lift #assign nobody# #prio highest#");

        Assert.Equal(("Lift", "bob@helpdesk.test", "high"), (obeyed.Subject, obeyed.Assignee?.Address, obeyed.Priority));
        Assert.Equal((null, null), (refused.Assignee, refused.Priority));
        Assert.Equal((null, null), (unknown.Assignee, unknown.Priority));
    }

    private static void Compose(IHelpDeskEmailBuilder mail)
    {
        #region command-registration
        mail.AddCommand<AssignCommand>().AddCommand<PriorityCommand>();
        #endregion
    }

    private static async Task<TicketSnapshot> TicketAsync(HelpDeskHarness desk, string from, string subject)
    {
        var mail = await desk.DeliverAsync(HarnessMail.Of($"From: {from}\nTo: support@helpdesk.test\nSubject: {subject}\n\nText of {from} about {subject}.\n"), Token);
        return (await desk.Tickets.FindAsync(TicketLookup.Of(mail.Ticket!), Token))[0];
    }
}
