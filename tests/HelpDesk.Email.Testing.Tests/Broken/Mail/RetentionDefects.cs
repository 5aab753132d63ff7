using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that let too much go, or too little, or count wrongly what waits.</summary>
internal static class RetentionDefects
{
    private static readonly ContentLimits Everything = new() { Count = 0 };

    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "says that it purged and keeps everything",
            _ => new() { Purge = (_, _, _) => Task.FromResult(new PurgedContent(1, 601)) },
            "Octets_that_are_too_old_are_purged_and_their_rows_stay"),
        new(
            "purges everything at the first opportunity",
            _ => new() { Purge = (asked, next, _) => next((Everything, asked.Max)) },
            "Octets_that_are_too_old_are_purged_and_their_rows_stay",
            "The_oldest_octets_go_first_until_the_rest_keeps_within_the_limits"),
        new(
            "purges what may still be needed",
            _ =>
            {
                var isPurged = false;
                return new()
                {
                    Purge = (asked, next, _) =>
                    {
                        isPurged = true;
                        return next(asked);
                    },
                    OpenRow = async (id, next, _) => isPurged ? null : await next(id),
                };
            },
            "Octets_that_may_still_be_needed_are_never_purged"),
        new(
            "purges all at once",
            _ => new() { Purge = (asked, next, _) => next((asked.Limits, int.MaxValue)) },
            "A_purge_takes_no_more_than_it_may_and_goes_on_when_it_is_called_again"),
        new(
            "purges octets wherever they are",
            _ =>
            {
                var isPurged = false;
                return new()
                {
                    Purge = (asked, next, _) =>
                    {
                        isPurged = true;
                        return next(asked);
                    },
                    OpenMail = async (id, next, _) => isPurged ? null : await next(id),
                };
            },
            "What_a_mail_of_the_outbox_shares_with_purged_octets_stays"),
        new(
            "gives purged rows the octets of a copy",
            world =>
            {
                var youngest = new ConcurrentDictionary<string, long>();
                return new()
                {
                    Append = async (rows, next, _) =>
                    {
                        var results = await next(rows);
                        foreach (var (result, row) in results.Zip(rows))
                        {
                            youngest[row.Content.Hash] = result.Id;
                        }

                        return results;
                    },
                    OpenRow = async (id, next, _) => await next(youngest[(await world.RowAsync(id)).ContentHash]),
                };
            },
            "A_copy_that_comes_after_a_purge_is_recognised_and_has_octets_of_its_own"),
        new(
            "deletes failed mails whatever their age",
            _ => new() { DeleteFailed = (asked, next, _) => next((DateTimeOffset.MaxValue, asked.Max)) },
            "Failed_mails_are_deleted_when_they_are_old_enough_and_no_others"),
        new(
            "deletes all failed mails at once",
            _ => new() { DeleteFailed = (asked, next, _) => next((asked.Before, int.MaxValue)) },
            "Deleting_failed_mails_takes_no_more_than_it_may"),
        new(
            "purges sent mails whatever their age",
            _ => new() { PurgeSent = (asked, next, _) => next((DateTimeOffset.MaxValue, asked.Max)) },
            "Sent_mails_lose_their_octets_when_they_are_old_enough_and_no_others_do"),
        new(
            "purges all sent mails at once",
            _ => new() { PurgeSent = (asked, next, _) => next((asked.Before, int.MaxValue)) },
            "Purging_sent_mails_takes_no_more_than_it_may"),
        new(
            "purges the octets of sent mails wherever they are",
            _ =>
            {
                var isPurged = false;
                return new()
                {
                    PurgeSent = (asked, next, _) =>
                    {
                        isPurged = true;
                        return next(asked);
                    },
                    OpenRow = async (id, next, _) => isPurged ? null : await next(id),
                };
            },
            "Octets_that_a_sent_mail_shares_stay_where_they_are_shared"),
        new(
            "counts no rows that are claimed",
            _ => new() { Measure = async (asked, next, _) => Claimed(await next(asked)) },
            "The_backlog_counts_the_rows_that_are_not_finished_and_tells_since_when_the_first_waits"),
        new(
            "takes every open mail for one that is due",
            world => new()
            {
                Measure = async (asked, next, _) => await next(asked) is { OpenMails: > 0, OldestDueMail: null } backlog
                    ? backlog with { OldestDueMail = world.Past }
                    : await next(asked),
            },
            "The_backlog_counts_the_mails_that_are_open_and_tells_since_when_the_first_is_due"),
    ];

    private static MailBacklog Claimed(MailBacklog backlog) => backlog with { UnfinishedRows = Math.Max(0, backlog.UnfinishedRows - 1) };
}
