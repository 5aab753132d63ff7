using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Databases;

/// <summary>Commits whose answer was lost with the connection: they may have come through. Remembered for as long as their claim is held in memory. Safe on any thread.</summary>
internal sealed class UnclearCommits
{
    private const int MaxTries = 2;

    private readonly ConditionalWeakTable<object, HashSet<Type>> _kinds = [];

    /// <summary>Makes a commit. Where the answer is lost it is made again at once; where it is then refused, it is looked up whether the lost one came through.</summary>
    /// <param name="claim">The claim, by which a caller who tries again later is known.</param>
    /// <param name="kind">What kind of commit.</param>
    /// <param name="makeAsync">Makes it.</param>
    /// <param name="refused">What it answers when the claim is lost.</param>
    /// <param name="made">What it answers when it was made.</param>
    /// <param name="evidence">Gives a row when it was made under this very claim.</param>
    /// <param name="database">Where.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<T> RunAsync<T>(
        object claim, Type kind, Func<ValueTask<T>> makeAsync, T refused, T made, Func<Sql> evidence, Database database, CancellationToken cancellationToken)
    {
        var kinds = _kinds.GetOrCreateValue(claim);
        for (var i = 1; ; i++)
        {
            try
            {
                var result = await makeAsync().ConfigureAwait(false);
                return !EqualityComparer<T>.Default.Equals(result, refused) || !Has(kinds, kind) || !await IsMadeAsync(database, evidence(), cancellationToken).ConfigureAwait(false)
                    ? result
                    : made;
            }
            catch (StoreUnavailableException e) when (e.InnerException is { } inner && Faults.IsBroken(inner))
            {
                Note(kinds, kind);
                if (i == MaxTries)
                {
                    throw;
                }
            }
        }
    }

    private static async ValueTask<bool> IsMadeAsync(Database database, Sql evidence, CancellationToken cancellationToken) =>
        (await database.ReadAsync((session, token) => session.QueryAsync([evidence], row => row.Flag(), token), cancellationToken).ConfigureAwait(false)).Count > 0;

    private static bool Has(HashSet<Type> kinds, Type kind)
    {
        lock (kinds)
        {
            return kinds.Contains(kind);
        }
    }

    private static void Note(HashSet<Type> kinds, Type kind)
    {
        lock (kinds)
        {
            kinds.Add(kind);
        }
    }
}
