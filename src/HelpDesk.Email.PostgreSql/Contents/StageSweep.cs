using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Removes octets that belong to nothing.</summary>
internal static class StageSweep
{
    /// <summary>Removes what processes that died left behind, and what was let go.</summary>
    public static async ValueTask RunAsync(Database database, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stale = await database.ReadAsync(
                (session, token) => session.QueryAsync([StageTable.Stale(database)], row => (Stage: row.Number(), Hash: row.OctetsOrNull()), token),
                cancellationToken).ConfigureAwait(false);
            if (stale.Count == 0)
            {
                return;
            }

            await DropAsync(database, stale[0].Stage, stale[0].Hash, cancellationToken).ConfigureAwait(false);
            ContentLog.Swept(database.Logger, stale[0].Stage);
        }
    }

    /// <summary>Removes a stage that is on the list, and what was written to it.</summary>
    public static async ValueTask DropAsync(Database database, long stage, byte[]? hash, CancellationToken cancellationToken)
    {
        if (hash is not null)
        {
            // A process without the folder leaves it to one that has it, and the rows of the others must not wait for that.
            if (database.Place.OctetsFolder is { } folder)
            {
                OctetsFolder.Delete(OctetsFolder.PathOf(folder, hash, stage));
            }
        }
        else
        {
            while (await database.ExecuteAsync([Chunks.DeleteSome(stage)], cancellationToken).ConfigureAwait(false) > 0)
            {
                // In steps, so that others come in between.
            }
        }

        await database.ExecuteAsync([StageTable.Close(stage)], cancellationToken).ConfigureAwait(false);
    }
}
