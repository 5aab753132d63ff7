using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.HostEvents;
using HelpDesk.Email.PostgreSql.MessageIndex;
using HelpDesk.Email.PostgreSql.Outbox;
using HelpDesk.Email.PostgreSql.Suppressed;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>How a row leaves the queue, and comes back to it.</summary>
internal static class JournalEndings
{
    private const string Leave =
        $"""
        WITH held AS (DELETE FROM journal_queue WHERE id = $2 AND node = $3 AND fence = $4 RETURNING id, attempts, conflicts, not_before, fence),
        ended AS (
            UPDATE journal j SET outcome = $5, ticket = $6, duplicate_of = $7, finished_at = {Database.NowSql},
                attempts = held.attempts, conflicts = held.conflicts, not_before = held.not_before, fence = held.fence
            FROM held WHERE j.id = held.id)
        SELECT helpdesk_require(EXISTS (SELECT 1 FROM held), '{Refusal.ClaimLost}')
        """;

    /// <summary>The statements of an end with all that follows, which are one transaction.</summary>
    /// <remarks>What others may be about to write too comes in one order for all: the row, locks by their number, octets by their hash, ids by theirs.</remarks>
    public static IEnumerable<Sql> Of(Database database, JournalClaim claim, FinishCommit finish, IReadOnlyList<PreparedContent?> contents)
    {
        var id = claim.Entry.Id;
        yield return Sql.Guard(Leave)
            .Add(database.Now)
            .Add(id)
            .Add(claim.Node)
            .Add(claim.Fence)
            .Add((int)finish.Outcome)
            .Add(finish.Ticket)
            .Add(finish.DuplicateOf);
        yield return JournalTexts.SetTrace(id, finish.Trace);
        foreach (var key in LocksOf(database, finish))
        {
            yield return Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(key);
        }

        foreach (var store in ContentTable.Store(contents.OfType<PreparedContent>()))
        {
            yield return store;
        }

        foreach (var message in finish.Index.OrderBy(message => message.MessageId, StringComparer.Ordinal))
        {
            yield return MessageIndexTable.Set(message);
        }

        for (var i = 0; i < finish.Outbox.Count; i++)
        {
            yield return OutboxTable.Add(database, id, finish.Outbox[i], contents[i]);
        }

        foreach (var suppression in SuppressedTable.Change(finish.Suppressed, finish.Lifted))
        {
            yield return suppression;
        }

        foreach (var hostEvent in finish.Events)
        {
            yield return HostEventTable.Add(hostEvent);
        }
    }

    /// <summary>Puts a quarantined row back into the queue as if it had just come; nothing happens when it is not quarantined.</summary>
    public static IReadOnlyList<Sql> Replay(Database database, long id, Guid operationId) =>
    [
        Sql.Guard(
            $"""
            WITH back AS (
                UPDATE journal SET outcome = $4, operation_id = $3, ticket = NULL, duplicate_of = NULL, finished_at = NULL
                WHERE id = $2 AND outcome = $5 RETURNING id, fence),
            queued AS (
                INSERT INTO journal_queue (id, state, due, not_before, fence, attempts, conflicts, crashes)
                SELECT id, 0, '-infinity', {Database.NowSql}, fence, 0, 0, 0 FROM back)
            SELECT helpdesk_require(EXISTS (SELECT 1 FROM back), '{Refusal.ClaimLost}')
            """)
            .Add(database.Now)
            .Add(id)
            .Add(operationId)
            .Add((int)JournalOutcome.None)
            .Add((int)JournalOutcome.Quarantined),
        ReservationTable.ReleaseAll(id),
        JournalTexts.ClearDecision(id),
        JournalTexts.ClearResult(id),
    ];

    /// <summary>Throws a quarantined row away; the transaction ends when it is not quarantined.</summary>
    public static IReadOnlyList<Sql> Discard(long id, string trace) =>
    [
        Sql.Guard(
            $"""
            WITH gone AS (UPDATE journal SET outcome = $2 WHERE id = $1 AND outcome = $3 RETURNING id)
            SELECT helpdesk_require(EXISTS (SELECT 1 FROM gone), '{Refusal.ClaimLost}')
            """).Add(id).Add((int)JournalOutcome.Discarded).Add((int)JournalOutcome.Quarantined),
        ReservationTable.ReleaseAll(id),
        JournalTexts.SetTrace(id, trace),
    ];

    // Mails and events of a ticket get their numbers in the order in which others can see them, and nobody counts past a limit.
    private static IEnumerable<long> LocksOf(Database database, FinishCommit finish) =>
        finish.Outbox.SelectMany(mail => mail.Throttle).Select(limit => $"throttle {limit.Key}")
            .Concat(finish.Outbox.Select(mail => mail.Ticket).OfType<string>().Select(ticket => $"ticket {ticket}"))
            .Concat(finish.Events.Select(hostEvent => $"ticket {hostEvent.Ticket}"))
            .Distinct(StringComparer.Ordinal)
            .Select(database.LockOf)
            .Distinct()
            .Order();
}
