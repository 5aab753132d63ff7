using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Retention;

/// <summary>Looks for what may go without keeping anybody waiting, and lets it go in small transactions that look again.</summary>
internal sealed class PostgreSqlMailRetention(Database database) : IMailRetention
{
    private const int MaxStep = 64;

    public async ValueTask<PurgedContent> PurgeContentAsync(ContentLimits limits, int max, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync((session, token) => PurgeTable.FindAsync(session, limits, max, token), cancellationToken).ConfigureAwait(false);
        var purged = PurgedContent.None;
        foreach (var step in found.Chunk(MaxStep))
        {
            var gone = await database.RunAsync((session, token) => PurgeTable.PurgeAsync(session, step, token), cancellationToken).ConfigureAwait(false);
            purged = new PurgedContent(purged.Count + gone.Count, purged.Octets + gone.Octets);
        }

        if (found.Count > 0)
        {
            await StageSweep.RunAsync(database, cancellationToken).ConfigureAwait(false);
        }

        return purged;
    }

    public ValueTask<int> DeleteFailedMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        InStepsAsync((session, size, token) => OutboxPurge.DeleteFailedAsync(session, before, size, token), max, cancellationToken);

    public ValueTask<int> PurgeSentMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        InStepsAsync((session, size, token) => OutboxPurge.PurgeSentAsync(session, before, size, token), max, cancellationToken);

    private async ValueTask<int> InStepsAsync(Func<Session, int, CancellationToken, ValueTask<int>> letGo, int max, CancellationToken cancellationToken)
    {
        var gone = 0;
        int step;
        do
        {
            var size = Math.Min(MaxStep, max - gone);
            step = size <= 0 ? 0 : await database.RunAsync((session, token) => letGo(session, size, token), cancellationToken).ConfigureAwait(false);
            gone += step;
        }
        while (step == MaxStep);

        if (gone > 0)
        {
            await StageSweep.RunAsync(database, cancellationToken).ConfigureAwait(false);
        }

        return gone;
    }
}
