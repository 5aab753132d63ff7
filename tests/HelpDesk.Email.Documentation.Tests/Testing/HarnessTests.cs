using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Testing;

/// <summary>The examples of docs/guides/testing.md.</summary>
public sealed class HarnessTests
{
    private static readonly HarnessMail Mail = HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Help\n\nPlease.\n");

    [Fact]
    public async Task Settings_and_tickets_are_there_before_the_first_mail()
    {
        var token = TestContext.Current.CancellationToken;
        #region testing-settings
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:sales:Address"] = "sales@helpdesk.test";
                options.Settings["Mailboxes:sales:Department"] = "Sales";
                options.Settings["Departments:Sales:ClosedTicketPolicy"] = "Reject";
            },
            token);
        var ann = EmailAddress.Create("ann@example.test");
        desk.Tickets.Add(new TicketSnapshot("7", "Invoice", TicketStatus.Closed, ann) { Department = "Sales" });

        var reply = await desk.DeliverAsync(
            HarnessMail.Of("From: ann@example.test\nTo: sales@helpdesk.test\nSubject: Re: [#7] Invoice\n\nOne more thing.\n"), token);

        Assert.Equal(JournalOutcome.Rejected, reply.Outcome);
        Assert.Contains(reply.Trace, line => line.Step == "Admit" && line.Reason.Contains("closed", StringComparison.Ordinal));
        #endregion
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_sent_again()
    {
        var token = TestContext.Current.CancellationToken;
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, token);
        #region testing-transport
        desk.Transport.Answer = mail => DeliveryResult.ForAll(mail, RecipientStatus.Deferred, "450 try again later");
        await desk.DeliverAsync(Mail, token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), token);
        Assert.Empty(desk.Transport.Sent);

        desk.Transport.Answer = _ => null;
        await desk.AdvanceAsync(TimeSpan.FromMinutes(10), token);
        Assert.Single(desk.Transport.Sent);
        #endregion
    }
}
