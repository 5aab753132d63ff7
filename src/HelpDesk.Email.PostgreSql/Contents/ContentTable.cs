using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Octets, once for each SHA-256.</summary>
internal static class ContentTable
{
    // Kept for the length of the transaction: whoever purges passes over what is locked.
    private const string RequireKnown =
        $"""
        SELECT helpdesk_require((
            SELECT count(*) FROM (
                SELECT id FROM content WHERE hash = ANY ($1) AND (octets IS NOT NULL OR stage IS NOT NULL) ORDER BY hash FOR KEY SHARE) known
            ) = $2, '{Refusal.ContentGone}')
        """;

    // Octets that were purged come back under the id they had. The row is locked also where nothing is to be done.
    private const string StoreOctets =
        """
        INSERT INTO content (hash, length, octets) VALUES ($1, $2, $3)
        ON CONFLICT (hash) DO UPDATE SET octets = excluded.octets WHERE content.octets IS NULL AND content.stage IS NULL
        """;

    private const string TakeStage =
        """
        INSERT INTO content (hash, length, stage, in_folder) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash) DO UPDATE SET stage = excluded.stage, in_folder = excluded.in_folder WHERE content.octets IS NULL AND content.stage IS NULL
        """;

    private const string CloseStage =
        $"""
        WITH closed AS (DELETE FROM content_stage s USING content c WHERE s.id = $1 AND c.hash = $2 AND c.stage = s.id RETURNING s.id)
        SELECT helpdesk_require(EXISTS (SELECT 1 FROM closed) OR NOT EXISTS (SELECT 1 FROM content WHERE hash = $2 AND stage = $1), '{Refusal.ContentGone}')
        """;

    /// <summary>A row when the octets with a hash are stored.</summary>
    public static Sql FindStored(byte[] hash) =>
        Sql.Read("SELECT true FROM content WHERE hash = $1 AND (octets IS NOT NULL OR stage IS NOT NULL)").Add(hash);

    /// <summary>Stores octets unless they are stored: by their hashes in one order, so that nobody waits for somebody who waits.</summary>
    public static IEnumerable<Sql> Store(IEnumerable<PreparedContent> contents)
    {
        var distinct = contents
            .GroupBy(content => Convert.ToHexString(content.Hash), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.FirstOrDefault(content => !content.IsKnown) ?? group.First())
            .ToList();
        var known = distinct.Where(content => content.IsKnown).Select(content => content.Hash).ToList();
        if (known.Count > 0)
        {
            yield return Sql.Guard(RequireKnown).Add(known).Add((long)known.Count);
        }

        foreach (var content in distinct)
        {
            if (content.Octets is { } octets)
            {
                yield return Sql.Write(StoreOctets).Add(content.Hash).Add(content.Length).Add(octets);
            }
            else if (content.Stage is { } stage)
            {
                yield return Sql.Write(TakeStage).Add(content.Hash).Add(content.Length).Add(stage).Add(content.InFolder);
                yield return Sql.Guard(CloseStage).Add(stage).Add(content.Hash);
            }
        }
    }
}
