using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Mailboxes;
using HelpDesk.Email.Testing.Outbound;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>A whole help desk in memory, driven by hand: deliver a mail, and when the call returns journal and outbox are quiet.</summary>
/// <remarks>No threads of its own and no real time. For one caller at a time.</remarks>
public sealed class HelpDeskHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly EngineDriver _engine;

    private HelpDeskHarness(ServiceProvider services, EngineDriver engine)
    {
        _services = services;
        _engine = engine;
    }

    /// <summary>The services, to resolve what a test composed.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The clock.</summary>
    public ManualTimeProvider Clock => _services.GetRequiredService<ManualTimeProvider>();

    /// <summary>The mail store.</summary>
    public IMailStore Store => _services.GetRequiredService<IMailStore>();

    /// <summary>The tickets, unless the test composed a store of its own.</summary>
    public InMemoryTicketStore Tickets => _services.GetRequiredService<InMemoryTicketStore>();

    /// <summary>The people, unless the test composed a directory of its own.</summary>
    public InMemoryContactDirectory Contacts => _services.GetRequiredService<InMemoryContactDirectory>();

    /// <summary>The mailboxes of <c>Kind</c> <c>Memory</c>, for a host that polls them; the harness itself delivers and does not poll.</summary>
    public InMemoryMailboxes Mailboxes => _services.GetRequiredService<InMemoryMailboxes>();

    /// <summary>What went out.</summary>
    public InMemoryTransport Transport => _services.GetRequiredService<InMemoryTransport>();

    /// <summary>What a host asks of the engine.</summary>
    public ITicketMailer Mailer => _services.GetRequiredService<ITicketMailer>();

    /// <summary>Sets a help desk up.</summary>
    /// <exception cref="HelpDeskConfigurationException">What the test composed is not complete.</exception>
    public static async Task<HelpDeskHarness> StartAsync(Action<HelpDeskHarnessOptions> configure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new HelpDeskHarnessOptions();
        configure(options);
        var services = HarnessComposition.Build(options);
        var engine = await EngineDriver.StartAsync(services, cancellationToken).ConfigureAwait(false);
        return new HelpDeskHarness(services, engine);
    }

    /// <summary>Delivers a mail, and returns when the engine is quiet.</summary>
    public async Task<HarnessDelivery> DeliverAsync(HarnessMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var catalog = _services.GetRequiredService<Configuration.IMailboxCatalog>();
        var name = mail.Mailbox ?? catalog.Mailboxes.Keys.First();
        if (!catalog.Mailboxes.TryGetValue(name, out var mailbox))
        {
            throw new ArgumentException($"There is no mailbox '{name}' in the settings; there are {string.Join(", ", catalog.Mailboxes.Keys)}.", nameof(mail));
        }

        var request = new IntakeRequest([name], MailContent.FromOctets(mail.Octets))
        {
            ReversePath = mail.ReversePath,
            EnvelopeRecipients = mail.EnvelopeRecipients ?? [mailbox.Address],
        };
        var ids = await _services.GetRequiredService<IMailIntake>().AcceptAsync(request, cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return await LookAtAsync(ids[0], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What became of a row.</summary>
    public async Task<HarnessDelivery> LookAtAsync(long journalId, CancellationToken cancellationToken)
    {
        var rows = await Store.Journal.FindAsync(new JournalQuery { Id = journalId }, cancellationToken).ConfigureAwait(false);
        var outbox = await Store.Outbox.FindAsync(new OutboxQuery { JournalId = journalId }, cancellationToken).ConfigureAwait(false);
        return new HarnessDelivery(rows[0], MailTrace.Read(rows[0].Trace), outbox);
    }

    /// <summary>Works until nothing is due: journal, outbox and events. Rows that wait a moment for another one get that moment.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => _engine.SettleAsync(cancellationToken);

    /// <summary>Moves the clock, and works what becomes due on the way, each at its own time.</summary>
    /// <param name="by">How far; not negative.</param>
    /// <param name="cancellationToken">Ends the call between two rows.</param>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return AdvanceToAsync(Clock.GetUtcNow() + by, cancellationToken);
    }

    /// <summary>Moves the clock to a moment, and works what becomes due on the way; only works what is due when that is past.</summary>
    public Task AdvanceToAsync(DateTimeOffset moment, CancellationToken cancellationToken) => _engine.RunToAsync(moment, cancellationToken);

    /// <summary>Changes the settings of the running desk, as an administrator would; they are in effect for the next mail.</summary>
    /// <param name="settings">All settings by their keys below the section; those of before are gone.</param>
    /// <returns>Why the engine refused them and goes on with the last good ones; <see langword="null"/> when they are in effect.</returns>
    public string? ChangeSettings(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        _services.GetRequiredService<HarnessSettings>().Replace(settings);
        return _services.GetRequiredService<LiveSettings>().Refused;
    }

    /// <summary>Makes a mail known as one of a ticket's, as if it had come or gone before: who answers it finds the ticket.</summary>
    /// <param name="messageId">Its Message-ID with angle brackets.</param>
    /// <param name="ticket">The ticket's number.</param>
    public void Remember(string messageId, string ticket)
    {
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        ArgumentException.ThrowIfNullOrEmpty(ticket);
        _services.GetRequiredService<InMemoryMailStore>().Remember(new IndexedMessage(messageId, ticket));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
    }
}
