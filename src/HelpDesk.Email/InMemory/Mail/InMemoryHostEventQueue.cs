using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryHostEventQueue(MailTables tables) : IHostEventQueue
{
    public ValueTask<IReadOnlyList<HostEventClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            var due = tables.HostEvents.Heads
                .Where(row => row.NotBefore <= now && !row.Holding.Lives(now))
                .Take(max);
            return ValueTask.FromResult<IReadOnlyList<HostEventClaim>>([.. due.Select(row => Claim(row, node, now + lease))]);
        }
    }

    public ValueTask<bool> CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            if (tables.HostEvents.Get(claim.Sequence) is not { } row || !row.Holding.Is(claim.Node, claim.Fence))
            {
                return ValueTask.FromResult(false);
            }

            if (retryAt is { } notBefore)
            {
                row.NotBefore = notBefore;
                row.Holding.Free();
            }
            else
            {
                tables.HostEvents.Remove(row);
            }

            return ValueTask.FromResult(true);
        }
    }

    private static HostEventClaim Claim(HostEventRow row, string node, DateTimeOffset ends)
    {
        row.Holding.Take(node, ends);
        row.Attempts++;
        return new HostEventClaim(row.Sequence, row.Event, row.Attempts, node, row.Holding.Fence);
    }
}
