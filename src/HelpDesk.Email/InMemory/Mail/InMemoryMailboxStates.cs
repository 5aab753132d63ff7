using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryMailboxStates : IMailboxStates
{
    // Replaced one by one and part of no other commit: needs no share in the store's lock.
    private readonly ConcurrentDictionary<string, MailboxState> _states = new(StringComparer.Ordinal);

    public ValueTask<MailboxState?> ReadAsync(string mailbox, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_states.GetValueOrDefault(mailbox));
    }

    public ValueTask WriteAsync(string mailbox, MailboxState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _states[mailbox] = state;
        return ValueTask.CompletedTask;
    }
}
