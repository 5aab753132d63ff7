using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

internal sealed class SqliteJournalQueue(Database database) : IJournalQueue
{
    public async ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        // Asked often and mostly in vain: without anything due nothing is written.
        var any = await database.ReadAsync(connection => QueueTable.AnyDue(connection, database.Now), cancellationToken).ConfigureAwait(false);
        return !any ? [] : await database.WriteAsync(
            connection =>
            {
                var now = database.Now;
                return QueueTable.Claim(connection, node, max, now, now + lease);
            },
            octets: 0,
            static claims => claims.Count,
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RenewAsync(IReadOnlyList<JournalClaim> claims, TimeSpan lease, CancellationToken cancellationToken) => await database.WriteLastAsync(
        connection =>
        {
            var until = database.Now + lease;
            foreach (var claim in claims)
            {
                QueueTable.Renew(connection, claim, until);
            }

            return claims.Count;
        },
        cancellationToken).ConfigureAwait(false);

    public async ValueTask<CommitResult> CommitAsync(JournalClaim claim, JournalCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (commit is not FinishCommit { Outbox.Count: > 0 } finish)
        {
            return await database.WriteAsync(
                connection => JournalTransitions.Commit(connection, claim, commit, [], database.Now),
                octets: 0,
                commit is FinishCommit or ReleaseCommit ? static _ => 0 : static _ => 1,
                cancellationToken).ConfigureAwait(false);
        }

        var staging = new ContentStaging(database);
        await using (staging.ConfigureAwait(false))
        {
            var contents = new PreparedContent?[finish.Outbox.Count];
            for (var i = 0; i < contents.Length; i++)
            {
                contents[i] = finish.Outbox[i].Content is { } content
                    ? await staging.AddAsync(content, cancellationToken).ConfigureAwait(false)
                    : null;
            }

            return await database.WriteAsync(
                connection => JournalTransitions.Commit(connection, claim, commit, contents, database.Now),
                contents.Sum(content => content?.Weight ?? 0),
                static _ => 0,
                cancellationToken).ConfigureAwait(false);
        }
    }
}
