using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that find the wrong rows, or replay them wrongly.</summary>
internal static class FindDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "does not look at the outcome",
            _ => new() { FindRows = (query, next, _) => next(query with { Outcome = null }) },
            "Rows_are_found_by_each_criterion_and_by_several"),
        new(
            "lists the oldest rows first",
            _ => new() { FindRows = async (query, next, _) => [.. (await next(query)).Reverse()] },
            "Rows_are_listed_the_youngest_first_in_pages"),
        new(
            "does not mind the case of message ids",
            _ => new()
            {
                FindRows = async (query, next, _) => query.MessageIds.Count == 0
                    ? await next(query)
                    : [.. (await next(query with { MessageIds = [] })).Where(row => query.MessageIds.Contains(row.Facts.MessageId, StringComparer.OrdinalIgnoreCase))],
            },
            "Message_ids_are_compared_octet_for_octet"),
        new(
            "acknowledges every row of the mailbox",
            world => new()
            {
                MarkAcknowledged = async (_, next, cancellationToken) => await next(
                    [.. (await world.Inner.Journal.FindAsync(new JournalQuery(), cancellationToken)).Select(row => row.Id)]),
            },
            "Acknowledged_rows_are_no_longer_to_be_told"),
        new(
            "acknowledges nothing",
            _ => new() { MarkAcknowledged = (_, _, _) => Task.FromResult(true) },
            "Acknowledged_rows_are_no_longer_to_be_told"),
        new(
            "replays a row under its old operation",
            world => new() { Replay = async (replay, next, _) => await next((replay.Id, (await world.RowAsync(replay.Id)).OperationId)) },
            "A_quarantined_row_is_replayed_under_a_new_operation"),
        new(
            "says that it replays whatever it is asked to",
            _ => new()
            {
                Replay = async (replay, next, _) =>
                {
                    await next(replay);
                    return true;
                },
            },
            "Only_a_quarantined_row_is_replayed"),
        new(
            "discards a row in word alone",
            _ => new() { Discard = (_, _, _) => Task.FromResult(true) },
            "A_quarantined_row_is_thrown_away"),
        new(
            "discards with another trace than the one given",
            _ => new() { Discard = async (discard, next, _) => await next((discard.Id, "[]")) },
            "A_quarantined_row_is_thrown_away"),
        new(
            "says that it discards whatever it is asked to",
            _ => new()
            {
                Discard = async (discard, next, _) =>
                {
                    await next(discard);
                    return true;
                },
            },
            "Only_a_quarantined_row_is_thrown_away"),
        new(
            "does not mind the case of indexed message ids",
            _ =>
            {
                var indexed = new List<IndexedMessage>();
                return Indexing(indexed, asked => indexed.Where(message => asked.Contains(message.MessageId, StringComparer.OrdinalIgnoreCase)));
            },
            "Indexed_message_ids_are_found_octet_for_octet_and_unknown_ones_left_out"),
        new(
            "moves a message id to the ticket that named it last",
            _ =>
            {
                var indexed = new List<IndexedMessage>();
                return Indexing(indexed, asked => indexed.AsEnumerable().Reverse().Where(message => asked.Contains(message.MessageId)).DistinctBy(message => message.MessageId));
            },
            "A_message_id_indexed_again_stays_with_its_first_ticket"),
    ];

    private static MailTampering Indexing(List<IndexedMessage> indexed, Func<IReadOnlyList<string>, IEnumerable<IndexedMessage>> find) => new()
    {
        CommitRow = (made, next, _) =>
        {
            indexed.AddRange(made.Commit is FinishCommit finish ? finish.Index : []);
            return next(made);
        },
        FindMessages = (asked, _, _) => Task.FromResult<IReadOnlyList<IndexedMessage>>([.. find(asked)]),
    };
}
