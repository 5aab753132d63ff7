using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Commands;

public sealed class HostCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hosts_command_gets_its_argument_and_an_unknown_one_stays_in_the_subject()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.AddCommand<ColourCommand>(), Token);

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Wall #colour light blue# and #holidays#", "Please."), Token);

        var ticket = await desk.TicketAsync(mail.Ticket, Token);
        Assert.Equal("Wall and #holidays#", ticket.Subject);
        Assert.Equal("light blue", ticket.Fields["colour"]);
    }

    [Fact]
    public async Task A_hosts_command_takes_the_place_of_the_built_in_one()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.AddCommand<OwnClose>(), Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician));

        var mail = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Wall #close#", "Painted."), Token);

        Assert.Equal(TicketStatus.New, (await desk.TicketAsync(mail.Ticket, Token)).Status);
        Assert.Contains("[#close# was refused: nothing is ever closed here]", (await desk.LastEntryAsync(mail.Ticket, Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_can_not_be_written_is_refused_at_start()
    {
        var refusal = await Assert.ThrowsAsync<HelpDeskConfigurationException>(async () =>
        {
            await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.AddCommand<Unwritable>(), Token);
            await desk.DeliverAsync(Mails.From("ann@example.test", "Wall", "Please."), Token);
        });

        Assert.Contains("'no way'", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class ColourCommand : ICommandHandler
    {
        public IReadOnlyList<string> Names => ["colour", "color"];

        public ContactRole LeastRole => ContactRole.Requester;

        public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken)
        {
            context.Draft.Fields["colour"] = context.Argument;
            return ValueTask.FromResult(CommandVerdict.Done("the colour is chosen"));
        }
    }

    private sealed class OwnClose : ICommandHandler
    {
        public IReadOnlyList<string> Names => ["close"];

        public ContactRole LeastRole => ContactRole.Requester;

        public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(CommandVerdict.Refused("nothing is ever closed here"));
    }

    private sealed class Unwritable : ICommandHandler
    {
        public IReadOnlyList<string> Names => ["no way"];

        public ContactRole LeastRole => ContactRole.Requester;

        public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
