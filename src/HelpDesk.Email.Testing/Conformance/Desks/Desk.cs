using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Events;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>One process with the engine, which may die.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>How long claims last.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    // A row whose attempt ended with its process rests for this at first.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1.1);

    private const int MostRests = 45;

    // One thing after the other, so that the places come in one order.
    private static readonly Dictionary<string, string?> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [$"Mailboxes:{DeskWorld.Mailbox}:Address"] = "support@helpdesk.test",
        [$"Mailboxes:{DeskWorld.Mailbox}:Kind"] = "Memory",
        ["Outgoing:default:Kind"] = "Memory",
        ["Outgoing:default:MaxConnections"] = "1",
        ["Processing:Concurrency"] = "1",
        ["Processing:Lease"] = "00:00:05",
    };

    private readonly DeskWorld _world;
    private readonly ServiceProvider _services;
    private readonly IMailStoreNode _node;
    private readonly IMailStore _store;

    private Desk(DeskWorld world, ServiceProvider services, IMailStore store, IMailStoreNode node) =>
        (_world, _services, _store, _node) = (world, services, store, node);

    public required Death Death { get; init; }

    public static async Task<Desk> StartAsync(DeskWorld world, IMailStore mails, ITicketStore tickets, string name, CancellationToken cancellationToken)
    {
        var death = new Death();
        var services = Build(world, mails, new WatchedTicketStore(tickets, death, world.Made), death);
        var node = await mails.JoinAsync(name, cancellationToken).ConfigureAwait(false);
        return new Desk(world, services, mails, node) { Death = death };
    }

    public Task<long> ReplyAsync(AgentReply reply, CancellationToken cancellationToken) =>
        _services.GetRequiredService<ITicketMailer>().ReplyAsync(reply, cancellationToken);

    /// <summary>Works until mailbox, journal and outbox are quiet.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        for (var rests = 0; rests < MostRests; rests++)
        {
            while (await RunOnceAsync(cancellationToken).ConfigureAwait(false) > 0)
            {
                // Until nothing is due.
            }

            if (await WhatIsLeftAsync(cancellationToken).ConfigureAwait(false) is not { } left)
            {
                return;
            }

            Expect.That(rests < MostRests - 1, $"work that does not come to its end: {left}.");
            await _world.PassAsync(Rest, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A process that died puts nothing in order, and its name belongs to the one that came after it.
        if (!Death.IsStopped)
        {
            await _node.DisposeAsync().ConfigureAwait(false);
            await _services.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static ServiceProvider Build(DeskWorld world, IMailStore mails, ITicketStore tickets, Death death)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new MortalClock(world.Clock, death));
        services.AddSingleton<IMailboxSourceFactory>(world.Mailboxes);
        services.AddSingleton<IOutboundTransportFactory>(world.Transport);
        services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        services.AddHelpDeskEmail(new ConfigurationBuilder().Add(new HarnessSettings(Settings)).Build().GetSection(HarnessSettings.Section), mail =>
        {
            mail.UseInMemoryStores();
            mail.Services.Replace(ServiceDescriptor.Singleton(mails));
            mail.Services.Replace(ServiceDescriptor.Singleton(tickets));
            mail.Services.Replace(ServiceDescriptor.Singleton<IContactDirectory>(world.Contacts));
            mail.Services.Replace(ServiceDescriptor.Singleton<IContactWriter>(world.Contacts));
            mail.Services.Replace(ServiceDescriptor.Singleton<IKeyRing>(world.Keys));
            mail.Services.RemoveAll<ITicketQueries>();
        });
        services.Replace(ServiceDescriptor.Singleton<IFlowObserver>(death));
        return services.BuildServiceProvider();
    }

    private async Task<int> RunOnceAsync(CancellationToken cancellationToken) =>
        await PollAsync(cancellationToken).ConfigureAwait(false)
        + await _services.GetRequiredService<JournalWorker>().RunBatchAsync(_node.Name, cancellationToken).ConfigureAwait(false)
        + await _services.GetRequiredService<OutboxWorker>().RunBatchAsync(_node.Name, cancellationToken).ConfigureAwait(false)
        + await _services.GetRequiredService<HostEventWorker>().RunBatchAsync(_node.Name, cancellationToken).ConfigureAwait(false);

    private async Task<int> PollAsync(CancellationToken cancellationToken)
    {
        var mailbox = _services.GetRequiredService<IMailboxCatalog>().Mailboxes[DeskWorld.Mailbox];
        var source = _world.Mailboxes.Create(DeskWorld.Mailbox, mailbox);
        await using (source.ConfigureAwait(false))
        {
            return await _services.GetRequiredService<MailboxPoll>()
                .RunAsync(DeskWorld.Mailbox, mailbox, source, AfterProcessing.Delete, _services.GetRequiredService<SettingsReader>().Current, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string?> WhatIsLeftAsync(CancellationToken cancellationToken)
    {
        if (_world.Mailboxes[DeskWorld.Mailbox].Mails.Count > 0)
        {
            return "a mail lies in the mailbox";
        }

        var rows = await _store.Journal.FindAsync(new JournalQuery { Finished = false }, cancellationToken).ConfigureAwait(false);
        if (rows.Count > 0)
        {
            return $"the row {rows[0].Facts.MessageId} of the journal is {rows[0].State}";
        }

        foreach (var state in new[] { OutboxState.Ready, OutboxState.Sending })
        {
            var mails = await _store.Outbox.FindAsync(new OutboxQuery { State = state }, cancellationToken).ConfigureAwait(false);
            if (mails.Count > 0)
            {
                return $"the mail {mails[0].MessageId} of the outbox is {state} ({mails[0].LastError})";
            }
        }

        return null;
    }
}
