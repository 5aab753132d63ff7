using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Retention;

/// <summary>Looks for what may go without keeping anybody waiting, and lets it go in small transactions that look again.</summary>
internal sealed class SqliteMailRetention(Database database) : IMailRetention
{
    // What a transaction has to free is read page by page: as much as one group of writes may write.
    private const int MaxStep = 64;
    private const long MaxOctetsInStep = 4 << 20;

    public async ValueTask<PurgedContent> PurgeContentAsync(ContentLimits limits, int max, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(connection => PurgeTable.Find(connection, limits, max), cancellationToken).ConfigureAwait(false);
        var purged = PurgedContent.None;
        for (var at = 0; at < found.Count;)
        {
            var step = Step(found, at);
            at += step.Count;
            var gone = await database.WriteAsync(connection => PurgeTable.Purge(connection, step), cancellationToken).ConfigureAwait(false);
            purged = new PurgedContent(purged.Count + gone.Count, purged.Octets + gone.Octets);
        }

        if (found.Count > 0)
        {
            await GiveBackAsync(cancellationToken).ConfigureAwait(false);
        }

        return purged;
    }

    public ValueTask<int> DeleteFailedMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        InStepsAsync((connection, size) => FailedMailTable.Delete(connection, before, size), max, cancellationToken);

    public ValueTask<int> PurgeSentMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        InStepsAsync((connection, size) => SentMailTable.Purge(connection, before, size), max, cancellationToken);

    private async ValueTask<int> InStepsAsync(Func<Connection, int, int> letGo, int max, CancellationToken cancellationToken)
    {
        var gone = 0;
        int step;
        do
        {
            var size = Math.Min(MaxStep, max - gone);
            step = size <= 0 ? 0 : await database.WriteAsync(connection => letGo(connection, size), cancellationToken).ConfigureAwait(false);
            gone += step;
        }
        while (step == MaxStep);

        if (gone > 0)
        {
            await GiveBackAsync(cancellationToken).ConfigureAwait(false);
        }

        return gone;
    }

    private static List<KeptContent> Step(IReadOnlyList<KeptContent> found, int at)
    {
        var step = new List<KeptContent>();
        for (var octets = 0L; at < found.Count && step.Count < MaxStep && octets < MaxOctetsInStep; at++)
        {
            step.Add(found[at]);
            octets += found[at].Length;
        }

        return step;
    }

    private async ValueTask GiveBackAsync(CancellationToken cancellationToken)
    {
        await ContentStaging.SweepAsync(database, cancellationToken).ConfigureAwait(false);
        while (await database.WriteAsync(FreePages.GiveSomeBack, cancellationToken).ConfigureAwait(false))
        {
            // In steps, so that others come in between.
        }
    }
}
