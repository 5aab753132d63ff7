using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Correlation;

/// <summary>Every way to a ticket asks who writes; none is without the check that another has.</summary>
public sealed class ForgedWayTests
{
    private const string Forged = "support+1000.aa.ge.aaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaa@helpdesk.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Printer", "To: <" + Forged + ">\n", null)]
    [InlineData("Printer", "Cc: " + Forged + "\n", null)]
    [InlineData("Printer", "Delivered-To: " + Forged + "\n", null)]
    [InlineData("Printer", "X-Original-To: " + Forged + "\n", null)]
    [InlineData("Printer", "", Forged)]
    [InlineData("Printer", "In-Reply-To: <1000.aa.ge.aaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaa@helpdesk.test>\n", null)]
    [InlineData("Printer", "References: <1000.aa.ge.aaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaa@helpdesk.test>\n", null)]
    [InlineData("Printer", "In-Reply-To: <known@helpdesk.test>\n", null)]
    [InlineData("Printer", "References: <known@helpdesk.test>\n", null)]
    [InlineData("Re: [#1000] Printer", "", null)]
    [InlineData("Printer #1000", "", null)]
    [InlineData("[Ticket - 1000] Printer", "", null)]
    public async Task CVE_2026_53591_no_way_to_a_ticket_is_open_to_a_stranger(string subject, string headers, string? recipient)
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test", Token);
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")));
        desk.Remember("<known@helpdesk.test>", "1000");
        var mail = Mails.From("eve@elsewhere.test", subject, "Let me in.", headers: headers);

        var delivery = await desk.DeliverAsync(recipient is null ? mail : mail with { EnvelopeRecipients = [recipient] }, Token);

        Assert.NotEqual("1000", delivery.Ticket);
        Assert.Empty(await desk.Tickets.EntriesAsync("1000", Token).ToListAsync(Token));
    }
}
