using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Commands;

public sealed class CommandPermissionTests
{
    private const string Passed = "Authentication-Results: mx.helpdesk.test; dmarc=pass header.from=helpdesk.test\n";
    private const string Failed = "Authentication-Results: mx.helpdesk.test; dmarc=fail header.from=helpdesk.test\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Passed, TicketStatus.Closed)]
    [InlineData("", TicketStatus.Open)]
    [InlineData(Failed, TicketStatus.Open)]
    public async Task A_command_needs_a_sender_who_is_sure(string field, TicketStatus status)
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Identity:AuthenticationServer", "mx.helpdesk.test"));
        desk.Remember("<known@helpdesk.test>", "1000");

        await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Re: Printer #close#", "Done.", inReplyTo: "<known@helpdesk.test>", headers: field), Token);

        Assert.Equal(status, (await desk.TicketAsync("1000", Token)).Status);
    }

    [Theory]
    [InlineData("mallory@elsewhere.test")]
    [InlineData("\"tess@helpdesk.test\" <mallory@elsewhere.test>")]
    public async Task CVE_2021_31864_a_mail_does_nothing_that_its_sender_may_not_do(string from)
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        var mail = await desk.DeliverAsync(Mails.From(from, "Re: [#1000] Printer #close# #tech#", "Let it be."), Token);

        Assert.NotEqual("1000", mail.Ticket);
        Assert.Equal(TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);
        Assert.Empty(await desk.Tickets.EntriesAsync("1000", Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n")]
    [InlineData("Auto-Submitted: auto-generated\n")]
    [InlineData("List-Id: <all.helpdesk.test>\n")]
    public async Task Automatic_mail_gives_no_commands(string field)
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        var mail = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[#1000] Printer #close#", "Done.", headers: field), Token);

        Assert.Equal(TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);
        Assert.Contains(mail.Trace, line => line.Step == "Command" && line.Reason == "#close# refused: automatic mail gives no commands");
    }

    [Theory]
    [InlineData("auto-generated", TicketStatus.Closed)]
    [InlineData("auto-replied", TicketStatus.Open)]
    public async Task A_monitoring_system_that_is_allowed_to_gives_commands_and_its_automatic_replies_do_not(string word, TicketStatus status)
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Commands:AutomaticFrom:0", "Watch@example.test"));
        desk.Tickets.Change("1000", ticket => ticket with { Requester = Messages.EmailAddress.Create("watch@example.test") });

        await desk.DeliverAsync(Mails.From("watch@example.test", "[#1000] Printer is up again #close#", "OK", headers: $"Auto-Submitted: {word}\n"), Token);

        Assert.Equal(status, (await desk.TicketAsync("1000", Token)).Status);
    }

    [Theory]
    [InlineData("Technician", "ann@example.test", TicketStatus.Open)]
    [InlineData("Technician", "tess@helpdesk.test", TicketStatus.Closed)]
    [InlineData("Administrator", "tess@helpdesk.test", TicketStatus.Open)]
    public async Task The_role_that_a_command_needs_is_a_setting(string role, string from, TicketStatus status)
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Commands:Roles:close", role));

        await desk.DeliverAsync(Mails.From(from, "Re: [#1000] Printer #close#", "Done."), Token);

        Assert.Equal(status, (await desk.TicketAsync("1000", Token)).Status);
    }

    [Fact]
    public async Task A_changed_role_counts_from_the_next_mail_on()
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Commands:Roles:close", "Technician"));
        await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#1000] Printer #close#", "One."), Token);
        Assert.Equal(TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);

        Assert.Null(desk.ChangeSettings([new("Commands:Roles:close", "Requester")]));
        await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#1000] Printer #close#", "Two."), Token);

        Assert.Equal(TicketStatus.Closed, (await desk.TicketAsync("1000", Token)).Status);
    }

    [Theory]
    [InlineData("Commands:Roles:clsoe", "Technician", "HelpDeskEmail:Commands:Roles:clsoe names no command; there are close, tech, tickets, unsub, unsubscribe.")]
    [InlineData("Commands:AutomaticFrom:0", "nobody", "HelpDeskEmail:Commands:AutomaticFrom:0 is 'nobody'; write an address")]
    public async Task A_setting_that_means_nothing_is_refused(string key, string value, string said)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => HelpDeskHarness.StartAsync(options => options.Settings[key] = value, Token));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }
}
