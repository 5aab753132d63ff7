using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>Which row has which reservation: one row a key.</summary>
internal static class ReservationTable
{
    private const string Holders = "SELECT each.journal_id FROM reservation each JOIN unnest($2) WITH ORDINALITY AS asked (key, place) ON asked.key = each.key WHERE each.journal_id <> $1";

    /// <summary>The row that has one of the keys and is not this one.</summary>
    public static Sql Holder(long journalId, IReadOnlyList<string> keys) =>
        Sql.Read($"{Holders} ORDER BY asked.place LIMIT 1").Add(journalId).Add(keys.Select(TextKey.Of));

    /// <summary>Takes the keys, in one order; waits for whoever is about to take one, and ends the transaction when one is another row's.</summary>
    public static IEnumerable<Sql> Take(long journalId, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
        {
            yield break;
        }

        var wanted = keys.Select(TextKey.Of).ToList();
        yield return Sql.Write("INSERT INTO reservation (key, journal_id) SELECT key, $1 FROM unnest($2) AS asked (key) ORDER BY key ON CONFLICT (key) DO NOTHING").Add(journalId).Add(wanted);
        yield return Sql.Guard($"SELECT helpdesk_require(NOT EXISTS ({Holders}), '{Refusal.ReservationTaken}')").Add(journalId).Add(wanted);
    }

    public static Sql ReleaseAll(long journalId) => Sql.Write("DELETE FROM reservation WHERE journal_id = $1").Add(journalId);
}
