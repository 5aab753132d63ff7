using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Outbound;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Outbox;

/// <summary>A connection of an account is given back whatever happens to its mails.</summary>
public sealed class ReturnedTransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transport_is_given_back_also_when_a_commit_fails_as_nothing_should()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test",
            ["HelpDeskEmail:Mailboxes:support:Kind"] = "None",
            ["HelpDeskEmail:Outgoing:default:Kind"] = new InMemoryTransport().Kind,
        }).Build();
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IOutboundTransportFactory, InMemoryTransport>();
        services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        services.AddHelpDeskEmail(settings.GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        services.AddSingleton<IFlowObserver, Fault>();
        await using var provider = services.BuildServiceProvider();
        await using var node = await provider.GetRequiredService<IMailStore>().JoinAsync("test", Token);
        var mail = Mails.From("ann@example.test", "Printer", "It smokes.").Undated();
        await provider.GetRequiredService<IMailIntake>().AcceptAsync(new IntakeRequest(["support"], MailContent.FromOctets(mail.Octets)), Token);
        Assert.Equal(1, await provider.GetRequiredService<JournalWorker>().RunBatchAsync(node.Name, Token));

        clock.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<NotSupportedException>(() => provider.GetRequiredService<OutboxWorker>().RunBatchAsync(node.Name, Token));

        Assert.Equal(1, provider.GetRequiredService<TransportPool>().Idle);
    }

    private sealed class Fault : IFlowObserver
    {
        public void Reached(FlowPoint point)
        {
            if (point == FlowPoint.AfterDeliveryCommit)
            {
                throw new NotSupportedException("Nobody expects this.");
            }
        }
    }
}
