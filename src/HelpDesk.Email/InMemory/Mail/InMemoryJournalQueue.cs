using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryJournalQueue(MailTables tables) : IJournalQueue
{
    public ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            LostClaims.End(tables.Journal, row => !row.Holding.Lives(now), now);
            var oldest = tables.Journal.Unfinished
                .Where(row => row.Holding.Node is null && row.Entry.NotBefore <= now)
                .Take(max)
                .ToList();
            IReadOnlyList<JournalClaim> claims = oldest is [{ IsSuspect: true } suspect, ..]
                ? [Claim(suspect, node, now + lease)]
                : [.. oldest.Where(row => !row.IsSuspect).Select(row => Claim(row, node, now + lease))];
            return ValueTask.FromResult(claims);
        }
    }

    public ValueTask RenewAsync(IReadOnlyList<JournalClaim> claims, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            foreach (var claim in claims)
            {
                Held(claim)?.Holding.Lengthen(now + lease);
            }
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<CommitResult> CommitAsync(JournalClaim claim, JournalCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outbox = commit is FinishCommit finish ? finish.Outbox : [];
        var staged = new HeldContent?[outbox.Count];
        try
        {
            for (var i = 0; i < staged.Length; i++)
            {
                if (outbox[i].Content is { } content)
                {
                    staged[i] = await tables.Octets.StageAsync(content, cancellationToken).ConfigureAwait(false);
                }
            }

            lock (tables.Gate)
            {
                return Held(claim) is { } row
                    ? JournalTransitions.Commit(tables, row, commit, staged, tables.Now)
                    : CommitResult.ClaimLost;
            }
        }
        finally
        {
            tables.Octets.Drop(staged.OfType<HeldContent>());
        }
    }

    private JournalRow? Held(JournalClaim claim) =>
        tables.Journal.Get(claim.Entry.Id) is { } row && row.Holding.Is(claim.Node, claim.Fence) ? row : null;

    private JournalClaim Claim(JournalRow row, string node, DateTimeOffset ends)
    {
        row.Holding.Take(node, ends);
        row.ClaimedAlone = row.IsSuspect;
        tables.Journal.Taken.Add(row);
        tables.Journal.Set(row, row.Entry with { Attempts = row.Entry.Attempts + 1 });
        return new JournalClaim(row.Entry, node, row.Holding.Fence, row.ClaimedAlone);
    }
}
