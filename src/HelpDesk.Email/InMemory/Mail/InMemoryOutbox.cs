using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryOutbox(MailTables tables) : IOutbox
{
    public ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            var due = tables.Outbox.Open
                .Where(row => row.Entry.NotBefore <= now && !row.Holding.Lives(now))
                .Take(max);
            return ValueTask.FromResult<IReadOnlyList<OutboxClaim>>([.. due.Select(row => Claim(row, node, now + lease))]);
        }
    }

    public ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(
                tables.Outbox.Get(claim.Entry.Id) is { } row
                && row.Holding.Is(claim.Node, claim.Fence)
                && OutboxTransitions.Commit(tables, row, commit, tables.Now));
        }
    }

    public ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(tables.Outbox.Find(query));
        }
    }

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult<MailContent?>(tables.Outbox.Get(id)?.Content);
        }
    }

    private static OutboxClaim Claim(OutboxRow row, string node, DateTimeOffset ends)
    {
        row.Holding.Take(node, ends);
        row.IsCounted = false;
        return new OutboxClaim(row.Entry, node, row.Holding.Fence, InDoubt: row.Entry.State == OutboxState.Sending);
    }
}
