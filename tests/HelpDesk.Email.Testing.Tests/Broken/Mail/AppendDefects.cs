using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about receipts and equal octets.</summary>
internal static class AppendDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "takes an empty reverse path for none",
            _ => SpoilMail.Appends(row => row with { ReversePath = string.IsNullOrEmpty(row.ReversePath) ? null : row.ReversePath }),
            "An_appended_row_comes_back_as_it_was_written"),
        new(
            "forgets receipts",
            _ => SpoilMail.Appends(row => row with { Receipt = Guid.NewGuid().ToString() }),
            "A_known_receipt_makes_no_second_row",
            "One_receipt_appended_at_once_by_many_makes_one_row"),
        new(
            "takes a receipt for the same in all mailboxes",
            _ =>
            {
                var known = new ConcurrentDictionary<string, long>();
                return new()
                {
                    Append = async (rows, next, _) =>
                    {
                        if (rows is [var row] && known.TryGetValue(row.Receipt, out var id))
                        {
                            return [new AppendResult(id, AppendStatus.Known)];
                        }

                        var results = await next(rows);
                        known[rows[0].Receipt] = results[0].Id;
                        return results;
                    },
                };
            },
            "The_same_receipt_in_another_mailbox_is_another_row"),
        new(
            "looks for a receipt and then writes",
            _ =>
            {
                var known = new ConcurrentDictionary<string, long>();
                var meeting = new Meeting();
                return new()
                {
                    Append = async (rows, next, _) =>
                    {
                        if (known.TryGetValue(rows[0].Receipt, out var id))
                        {
                            return [new AppendResult(id, AppendStatus.Known)];
                        }

                        await meeting.ArriveAsync();
                        var results = await next([rows[0] with { Receipt = Guid.NewGuid().ToString() }]);
                        known[rows[0].Receipt] = results[0].Id;
                        return results;
                    },
                };
            },
            "One_receipt_appended_at_once_by_many_makes_one_row"),
        new(
            "answers in an order of its own",
            _ => new() { Append = (rows, next, _) => next([.. rows.Reverse()]) },
            "Ids_ascend_in_the_order_of_the_rows"),
        new(
            "commits row by row",
            _ => new()
            {
                Append = async (rows, next, _) =>
                {
                    var results = new List<AppendResult>();
                    foreach (var row in rows)
                    {
                        results.AddRange(await next([row]));
                    }

                    return results;
                },
            },
            "A_batch_that_breaks_off_leaves_no_row",
            "An_append_that_is_cancelled_midway_leaves_all_rows_or_none"),
        new(
            "does not look for equal octets",
            _ => SpoilMail.Appends(row => row with { DuplicateWindow = TimeSpan.Zero }),
            "Equal_octets_in_one_mailbox_within_the_window_make_a_duplicate",
            "Equal_octets_within_one_batch_are_duplicates_too"),
        new(
            "forgets that duplicates are to be acknowledged",
            world => new()
            {
                Append = async (rows, next, cancellationToken) =>
                {
                    var results = await next(rows);
                    await world.Inner.Journal.MarkAcknowledgedAsync(
                        [.. results.Where(result => result.Status == AppendStatus.Duplicate).Select(result => result.Id)], cancellationToken);
                    return results;
                },
            },
            "Equal_octets_in_one_mailbox_within_the_window_make_a_duplicate"),
        new(
            "looks for equal octets before the batch alone",
            _ => new()
            {
                Append = (rows, next, _) => next([.. rows.Select((row, i) => i == 0 ? row : row with { DuplicateWindow = TimeSpan.Zero })]),
            },
            "Equal_octets_within_one_batch_are_duplicates_too"),
        new(
            "never lets a window end",
            _ => SpoilMail.Appends(row => row with { DuplicateWindow = row.DuplicateWindow * 1_000 }),
            "Equal_octets_outside_the_window_are_no_duplicate"),
        new(
            "has a window of its own where none is given",
            _ => SpoilMail.Appends(row => row with { DuplicateWindow = row.DuplicateWindow == TimeSpan.Zero ? TimeSpan.FromHours(1) : row.DuplicateWindow }),
            "Equal_octets_without_a_window_are_no_duplicate"),
        new(
            "looks for equal octets in all mailboxes",
            _ => SpoilMail.Appends(row => row with { Mailbox = "support" }),
            "Equal_octets_in_another_mailbox_are_no_duplicate"),
        new(
            "looks for equal octets and then writes",
            _ =>
            {
                var seen = new ConcurrentDictionary<string, bool>();
                var meeting = new Meeting();
                return new()
                {
                    Append = async (rows, next, _) =>
                    {
                        if (seen.ContainsKey(rows[0].Content.Hash))
                        {
                            return await next(rows);
                        }

                        await meeting.ArriveAsync();
                        var results = await next([rows[0] with { DuplicateWindow = TimeSpan.Zero }]);
                        seen[rows[0].Content.Hash] = true;
                        return results;
                    },
                };
            },
            "Equal_octets_appended_at_once_are_processed_once"),
    ];
}
