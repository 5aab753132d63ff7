using System.Text.Json;
using HelpDesk.Email.Events;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tickets.Events;

namespace HelpDesk.Email.Tests.Events;

/// <summary>A store that has nothing but events, whose ends are written when the test says so.</summary>
internal sealed class EventsInHand : IMailStore, IHostEventQueue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<bool>> _ends = new(StringComparer.Ordinal);
    private readonly List<HostEventClaim> _claims = [];
    private readonly List<string> _ended = [];

    public IHostEventQueue HostEvents => this;

    /// <summary>The events whose ends were to be written, in that order.</summary>
    public IReadOnlyList<string> Ended
    {
        get
        {
            lock (_gate)
            {
                return [.. _ended];
            }
        }
    }

    public bool IsDurable => false;

    public IMailJournal Journal => throw new NotSupportedException();

    public IJournalQueue Queue => throw new NotSupportedException();

    public IMessageIndex MessageIndex => throw new NotSupportedException();

    public IOutbox Outbox => throw new NotSupportedException();

    public ISuppressedAddresses SuppressedAddresses => throw new NotSupportedException();

    public IMailboxStates Mailboxes => throw new NotSupportedException();

    public ILeases Leases => throw new NotSupportedException();

    public IMailRetention Retention => throw new NotSupportedException();

    public IMailBacklog Backlog => throw new NotSupportedException();

    /// <summary>Adds an event of a ticket; gives what lets its end be written.</summary>
    public TaskCompletionSource<bool> Add(string ticket, string subject)
    {
        var snapshot = new TicketSnapshot(ticket, subject, TicketStatus.New, EmailAddress.Create("ann@example.test"));
        var created = new TicketCreated(Guid.NewGuid(), DateTimeOffset.UnixEpoch, snapshot);
        var stored = new NewHostEvent(created.Id, nameof(TicketCreated), ticket, JsonSerializer.Serialize(created, HostEventJson.Default.TicketCreated));
        _claims.Add(new HostEventClaim(_claims.Count, stored, 0, "node", 1));
        return _ends[subject] = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public ValueTask<IReadOnlyList<HostEventClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<HostEventClaim>>(_claims);

    public ValueTask<bool> CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt, CancellationToken cancellationToken)
    {
        var subject = HostEventJson.Read(claim.Event).Ticket.Subject;
        lock (_gate)
        {
            _ended.Add(subject);
        }

        return new ValueTask<bool>(_ends[subject].Task);
    }

    public ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken) => throw new NotSupportedException();
}
