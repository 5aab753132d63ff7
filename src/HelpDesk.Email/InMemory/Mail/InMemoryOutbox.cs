using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryOutbox(MailTables tables) : IOutbox
{
    public ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(OutboxClaimRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var closed = request.ExceptAccounts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        lock (tables.Gate)
        {
            var now = tables.Now;
            var due = tables.Outbox.Open
                .Where(row => row.Entry.NotBefore <= now && row.RestsUntil <= now && !row.Holding.Lives(now) && !closed.Contains(row.Entry.Account))
                .Where(row => !OutboxOrder.HoldsBack(tables.Outbox, row.Entry, request.KeepOrderFor, now))
                .Take(request.Max)
                .ToList();
            return ValueTask.FromResult<IReadOnlyList<OutboxClaim>>([.. due.Select(row => Claim(row, request.Node, now + request.Lease))]);
        }
    }

    public ValueTask RenewAsync(IReadOnlyList<OutboxClaim> claims, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            foreach (var claim in claims)
            {
                if (tables.Outbox.Get(claim.Entry.Id) is { } row && row.Holding.Is(claim.Node, claim.Fence))
                {
                    row.Holding.Lengthen(tables.Now + lease);
                }
            }

            return ValueTask.CompletedTask;
        }
    }

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(tables.Outbox.Get(id) is { } row && OutboxTransitions.Requeue(tables, row, tables.Now));
        }
    }

    public ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(tables.Outbox.Get(id) is { } row && OutboxTransitions.Discard(tables, row, reason, tables.Now));
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

    private OutboxClaim Claim(OutboxRow row, string node, DateTimeOffset ends)
    {
        if (row.LostAlone)
        {
            tables.Outbox.Set(row, row.Entry with { LostAttempts = row.Entry.LostAttempts + 1 });
        }

        row.Holding.Take(node, ends);
        row.IsAlone = row.Entry.State == OutboxState.Sending;
        row.IsCounted = false;
        return new OutboxClaim(row.Entry, node, row.Holding.Fence, InDoubt: row.IsAlone);
    }
}
