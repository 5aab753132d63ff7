using System.Text;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Outbox;

/// <summary>What follows when a server refuses a recipient while it is told of them.</summary>
public sealed class RefusedRecipientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RecipientStatus.Rejected, "5.1.1", "550 5.1.1 user unknown", true, true)]
    [InlineData(RecipientStatus.Rejected, null, "550 no such user here", true, true)]
    [InlineData(RecipientStatus.Rejected, "5.2.2", "552 5.2.2 mailbox full", false, true)]
    [InlineData(RecipientStatus.Rejected, "5.7.1", "554 5.7.1 not from you", false, true)]
    [InlineData(RecipientStatus.Deferred, "4.1.1", "450 4.1.1 later", false, false)]
    [Trait("Feature", "OU-07")]
    public async Task A_dead_address_gets_no_mail_for_a_time_and_agents_are_told_once(RecipientStatus status, string? code, string reply, bool isSuppressed, bool isTold)
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician));
        desk.Transport.Answer = mail => mail.Recipients.Contains("ann@example.test")
            ? new DeliveryResult([.. mail.Recipients.Select(recipient => new RecipientResult(recipient, status, code, reply))])
            : null;

        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes.").Undated(), Token);
        desk.Tickets.Change(first.Ticket!, ticket => ticket with { Assignee = EmailAddress.Create("tess@helpdesk.test") });
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        var suppressed = await desk.Store.SuppressedAddresses.FindAsync(["ann@example.test"], Token);
        await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{first.Ticket}] Printer", "Still.").Undated(), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(isSuppressed, suppressed is [{ Reason: var reason }] && reason == reply);
        var told = desk.Transport.Sent.Where(mail => mail.Recipients.Contains("tess@helpdesk.test") && mail.Text.Contains("did not reach ann@example.test", StringComparison.Ordinal)).ToList();
        Assert.Equal(isTold ? 1 : 0, told.Count);
    }
}
