using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Lets octets go that nobody has any more.</summary>
internal static class ContentRelease
{
    // Who is about to use one holds a lock on it: it is passed over, for then it is in use.
    internal const string Lock = "SELECT id FROM content WHERE id = ANY ($1) ORDER BY id FOR UPDATE SKIP LOCKED";

    private const string IsUnused =
        """
        NOT EXISTS (SELECT 1 FROM journal WHERE content_id = c.id AND kept)
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE content_id = c.id)
            AND NOT EXISTS (SELECT 1 FROM ticket_attachment WHERE content_id = c.id)
        """;

    // Many octets are removed in pieces later, as those that a process left behind.
    private const string Abandon =
        $"""
        INSERT INTO content_stage (id, touched_at, hash)
        SELECT c.stage, '-infinity', CASE WHEN c.in_folder THEN c.hash END FROM content c
        WHERE c.id = ANY ($1) AND c.stage IS NOT NULL AND {IsUnused}
        """;

    // The hash stays where a row of the journal has it, so that copies are still recognised.
    private const string Empty = $"UPDATE content c SET stage = NULL, octets = NULL, in_folder = false WHERE c.id = ANY ($1) AND {IsUnused}";

    private const string Delete = $"DELETE FROM content c WHERE c.id = ANY ($1) AND {IsUnused} AND NOT EXISTS (SELECT 1 FROM journal WHERE content_id = c.id)";

    /// <summary>Lets octets go that were stored for rows which then were not written.</summary>
    public static async ValueTask<int> ReleaseAsync(Session session, IReadOnlyList<byte[]> hashes, CancellationToken cancellationToken)
    {
        var ids = await session.QueryAsync([Sql.Read("SELECT id FROM content WHERE hash = ANY ($1)").Add(hashes)], row => row.Number(), cancellationToken).ConfigureAwait(false);
        var locked = await LockAsync(session, ids, cancellationToken).ConfigureAwait(false);
        return await session.ExecuteAsync([.. IfUnused(locked), Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Locks contents for the length of the transaction.</summary>
    /// <returns>Those that nobody is about to use.</returns>
    public static ValueTask<List<long>> LockAsync(Session session, IEnumerable<long> ids, CancellationToken cancellationToken) =>
        session.QueryAsync([Sql.Write("BEGIN"), Sql.Read(Lock).Add(ids)], row => row.Number(), cancellationToken);

    /// <summary>Removes the octets of locked contents unless a row of the journal, a mail of the outbox or a file of a ticket has them.</summary>
    public static IEnumerable<Sql> IfUnused(IReadOnlyList<long> locked) =>
        [Sql.Write(Abandon).Add(locked), Sql.Write(Empty).Add(locked), Sql.Write(Delete).Add(locked)];
}
