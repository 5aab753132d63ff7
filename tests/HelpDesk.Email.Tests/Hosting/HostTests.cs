using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Mailboxes;
using HelpDesk.Email.Testing.Outbound;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Tests.Hosting;

/// <summary>The engine within a host, with its own threads and the real clock.</summary>
public sealed class HostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_lies_in_a_mailbox_becomes_a_ticket_an_event_and_an_answer()
    {
        using var host = Build([]);
        var told = host.Services.GetRequiredService<Told>();
        await host.StartAsync(Token);
        var mailbox = host.Services.GetRequiredService<InMemoryMailboxes>()["support"];

        mailbox.Deliver(Mails.From("ann@example.test", "Printer", "It smokes.").Octets);
        var created = await told.Created.Task.WaitAsync(Eventually.Guard, Token);

        // The source is told beside the work on the mail, and a host that stops tells it no more.
        await Eventually.BecomesTrueAsync(() => mailbox.Mails.All(mail => mail.IsRead), "a mail that is marked");
        await host.StopAsync(Token);

        Assert.Equal("Printer", created.Ticket.Subject);
        Assert.True(Assert.Single(mailbox.Mails).IsRead);
        Assert.Single(await host.Services.GetRequiredService<InMemoryTicketStore>().ListAsync(10, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_store_that_forgets_refuses_to_empty_a_mailbox()
    {
        using var host = Build(new() { ["HelpDeskEmail:Mailboxes:support:AfterProcessing"] = "Delete" });

        var refusal = await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => host.StartAsync(Token));

        Assert.Contains("HelpDeskEmail:Mailboxes:support:AfterProcessing", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_packages_that_claim_one_kind_are_refused_by_name(bool isSource)
    {
        using var host = Build([], services => _ = isSource
            ? services.AddSingleton<IMailboxSourceFactory, SecondSource>()
            : services.AddSingleton<IOutboundTransportFactory, SecondTransport>());

        var refusal = await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => host.StartAsync(Token));

        Assert.Contains("'Memory'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains((isSource ? typeof(InMemoryMailboxes) : typeof(InMemoryTransport)).FullName!, refusal.Message, StringComparison.Ordinal);
        Assert.Contains((isSource ? typeof(SecondSource) : typeof(SecondTransport)).FullName!, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_registered_twice_is_still_one()
    {
        using var host = Build([], services => services.AddSingleton<IMailboxSourceFactory>(provider => provider.GetRequiredService<InMemoryMailboxes>()));

        await host.StartAsync(Token);
        await host.StopAsync(Token);
    }

    private static IHost Build(Dictionary<string, string?> settings, Action<IServiceCollection>? compose = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test",
            ["HelpDeskEmail:Mailboxes:support:Kind"] = "Memory",
            ["HelpDeskEmail:Mailboxes:support:CheckInterval"] = "00:00:01",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Memory",
            ["HelpDeskEmail:Processing:PollInterval"] = "00:00:00.05",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<InMemoryTransport>();
        builder.Services.AddSingleton<InMemoryMailboxes>();
        builder.Services.AddSingleton<IMailboxSourceFactory>(services => services.GetRequiredService<InMemoryMailboxes>());
        builder.Services.AddSingleton<IOutboundTransportFactory>(services => services.GetRequiredService<InMemoryTransport>());
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Services.AddSingleton<Told>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseInMemoryStores()
            .On<TicketCreated, Teller>());
        compose?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class SecondSource : IMailboxSourceFactory
    {
        public string Kind => "MEMORY";

        public AfterProcessing DefaultAction => AfterProcessing.Leave;

        public IEnumerable<string> Validate(MailboxOptions mailbox) => [];

        public IMailboxSource Create(string name, MailboxOptions mailbox) => throw new InvalidOperationException("Nothing is read by it.");
    }

    private sealed class SecondTransport : IOutboundTransportFactory
    {
        public string Kind => "MEMORY";

        public IEnumerable<string> Validate(OutgoingAccountOptions account) => [];

        public IOutboundTransport Create(string name, OutgoingAccountOptions account) => throw new InvalidOperationException("Nothing is sent by it.");
    }

    private sealed class Told
    {
        public TaskCompletionSource<TicketCreated> Created { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Teller(Told told) : ITicketEventHandler<TicketCreated>
    {
        public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken)
        {
            told.Created.TrySetResult(ticketEvent);
            return Task.CompletedTask;
        }
    }
}
