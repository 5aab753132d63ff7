using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Outbox;
using HelpDesk.Email.Storage;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Journal;

internal sealed class PostgreSqlJournalQueue(Database database) : IJournalQueue
{
    private const int MaxTries = 5;

    private readonly UnclearClaims _claims = new();
    private readonly UnclearCommits _commits = new();

    public async ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken) =>
        await _claims.RunAsync((stamp, lost) => database.RunAsync(
            (session, token) => session.QueryAsync(QueueTable.Claim(database, node, max, lease, stamp, lost), row => JournalRows.MapClaim(row, node), token),
            cancellationToken)).ConfigureAwait(false);

    public async ValueTask RenewAsync(IReadOnlyList<JournalClaim> claims, TimeSpan lease, CancellationToken cancellationToken)
    {
        foreach (var ofNode in claims.GroupBy(claim => claim.Node, StringComparer.Ordinal))
        {
            await database.ExecuteAsync([QueueTable.Renew(database, [.. ofNode], lease)], cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<CommitResult> CommitAsync(JournalClaim claim, JournalCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _commits.RunAsync(
            claim,
            commit.GetType(),
            () => OnceAsync(claim, commit, cancellationToken),
            CommitResult.ClaimLost,
            CommitResult.Committed,
            () => JournalEvidence.Of(claim, commit),
            database,
            cancellationToken);
    }

    private async ValueTask<CommitResult> OnceAsync(JournalClaim claim, JournalCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            return commit switch
            {
                DecisionCommit decision => await DecideAsync(claim, decision, cancellationToken).ConfigureAwait(false),
                FinishCommit finish => await FinishAsync(claim, finish, cancellationToken).ConfigureAwait(false),
                _ => await WriteAsync([.. JournalTransitions.Of(database, claim, commit)], cancellationToken).ConfigureAwait(false),
            };
        }
        catch (PostgresException e) when (e.SqlState == Refusal.ClaimLost)
        {
            return CommitResult.ClaimLost;
        }
    }

    private async ValueTask<CommitResult> DecideAsync(JournalClaim claim, DecisionCommit decision, CancellationToken cancellationToken)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await WriteAsync([.. JournalTransitions.Of(database, claim, decision)], cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState == Refusal.ReservationTaken)
            {
                if (await HolderAsync(claim, decision, cancellationToken).ConfigureAwait(false) is { } holder)
                {
                    return new CommitResult(CommitStatus.ReservationTaken) { Holder = holder };
                }

                if (i == MaxTries)
                {
                    throw new Messages.StoreUnavailableException("A reservation changed hands again and again; try again.", e);
                }
            }
        }
    }

    private ValueTask<JournalEntry?> HolderAsync(JournalClaim claim, DecisionCommit decision, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) =>
        {
            var holder = await session.QueryAsync([ReservationTable.Holder(claim.Entry.Id, decision.Reservations)], row => row.Number(), token).ConfigureAwait(false);
            return holder.Count == 0 ? null : (await JournalRows.FindAsync(session, holder, token).ConfigureAwait(false)).FirstOrDefault();
        },
        cancellationToken);

    private async ValueTask<CommitResult> FinishAsync(JournalClaim claim, FinishCommit finish, CancellationToken cancellationToken)
    {
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

            if (finish.Reports.Count == 0)
            {
                await database.ExecuteAsync([.. JournalEndings.Of(database, claim, finish, contents)], NewsOf(finish), cancellationToken).ConfigureAwait(false);
                return CommitResult.Committed;
            }

            // Reports are rare: what they say is merged here, while the mails are locked.
            var ring = database.Bell.For(NewsOf(finish));
            await database.RunAsync(
                async (session, token) =>
                {
                    await session.ExecuteAsync([Sql.Write("BEGIN"), .. JournalEndings.Of(database, claim, finish, contents)], token).ConfigureAwait(false);
                    foreach (var report in finish.Reports.OrderBy(report => report.OutboxId))
                    {
                        await RecipientReports.EnterAsync(session, report, token).ConfigureAwait(false);
                    }

                    return await session.ExecuteAsync([.. ring.Statements, Sql.Write("COMMIT")], token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            ring.Committed();
            return CommitResult.Committed;
        }
    }

    private static StoreNews NewsOf(FinishCommit finish) =>
        (finish.Outbox.Count > 0 ? StoreNews.Outbox : StoreNews.None) | (finish.Events.Count > 0 ? StoreNews.Events : StoreNews.None);

    private async ValueTask<CommitResult> WriteAsync(IReadOnlyList<Sql> statements, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(statements, cancellationToken).ConfigureAwait(false);
        return CommitResult.Committed;
    }
}
