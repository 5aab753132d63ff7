using System.Collections.Concurrent;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Testing.Mailboxes;
using HelpDesk.Email.Testing.Outbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>What outlives a process: the stores, the mailbox, who gets the mail, the people and the keys.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    public const string Mailbox = "support";

    private readonly TicketStoreFixture _ticketFixture;
    private readonly MailStoreFixture _mailFixture;

    private DeskWorld(TicketStoreFixture tickets, MailStoreFixture mails)
    {
        (_ticketFixture, _mailFixture) = (tickets, mails);
        Mailboxes = new InMemoryMailboxes(mails.Clock);
    }

    public TimeProvider Clock => _mailFixture.Clock;

    public IMailStore Mails { get; private set; } = null!;

    public ITicketStore Tickets { get; private set; } = null!;

    public InMemoryMailboxes Mailboxes { get; }

    public InMemoryTransport Transport { get; } = new();

    public InMemoryContactDirectory Contacts { get; } = new();

    public InMemoryKeyRing Keys { get; } = new();

    /// <summary>The numbers of the tickets that the store says it made.</summary>
    public ConcurrentDictionary<string, bool> Made { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many processes died here.</summary>
    public int Deaths { get; private set; }

    public static async Task<DeskWorld> OpenAsync(TicketStoreFixture tickets, MailStoreFixture mails, CancellationToken cancellationToken)
    {
        var world = new DeskWorld(tickets, mails);
        world.Mails = await mails.OpenAsync(cancellationToken).ConfigureAwait(false);
        world.Tickets = await tickets.OpenAsync(cancellationToken).ConfigureAwait(false);
        return world;
    }

    /// <summary>A process starts over the stores.</summary>
    public Task<Desk> StartAsync(CancellationToken cancellationToken) => Desk.StartAsync(this, Mails, Tickets, "one", cancellationToken);

    /// <summary>A second process starts beside the first, which goes on.</summary>
    public async Task<Desk> StartSecondAsync(CancellationToken cancellationToken) => await Desk.StartAsync(
        this,
        await _mailFixture.OpenSecondAsync(Mails, cancellationToken).ConfigureAwait(false),
        await _ticketFixture.OpenSecondAsync(Tickets, cancellationToken).ConfigureAwait(false),
        "two",
        cancellationToken).ConfigureAwait(false);

    /// <summary>Opens the stores again, as they are after a process died.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        Deaths++;
        Mails = await _mailFixture.ReopenAsync(Mails, cancellationToken).ConfigureAwait(false);
        Tickets = await _ticketFixture.ReopenAsync(Tickets, cancellationToken).ConfigureAwait(false);
    }

    public Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => _mailFixture.AdvanceAsync(time, cancellationToken);

    public IAsyncEnumerable<TicketEntry> EntriesAsync(string ticket, CancellationToken cancellationToken) => _ticketFixture.ReadEntriesAsync(Tickets, ticket, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _ticketFixture.DisposeAsync().ConfigureAwait(false);
        await _mailFixture.DisposeAsync().ConfigureAwait(false);
    }
}
