using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that send too much, or too little.</summary>
internal static class ThrottleDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "drops throttles",
            _ => SpoilMail.Mails(mail => mail with { Throttle = [] }),
            "A_mail_over_a_limit_is_throttled_and_never_sent",
            "Each_of_several_limits_holds",
            "Finishes_at_once_do_not_pass_a_limit",
            "Throttle_counts_survive_a_crash"),
        new(
            "sends what it throttled",
            world =>
            {
                var throttle = new OwnThrottle(world.Clock.GetUtcNow);
                var throttled = new ConcurrentDictionary<string, bool>();
                return new()
                {
                    CommitRow = (made, next, _) => next(made.Commit is FinishCommit finish
                        ? (made.Claim, finish with
                        {
                            Outbox =
                            [
                                .. finish.Outbox.Select(mail =>
                                {
                                    throttled[mail.MessageId] = throttle.Judge(mail).Throttle.Count > 0;
                                    return mail with { Throttle = [] };
                                }),
                            ],
                        })
                        : made),
                    FindMails = async (query, next, _) =>
                        [.. (await next(query)).Select(mail => throttled[mail.MessageId] ? mail with { State = OutboxState.Throttled } : mail)],
                };
            },
            "A_mail_over_a_limit_is_throttled_and_never_sent"),
        new(
            "counts the mails of a finish when it is over",
            _ => SpoilMail.Commits<FinishCommit>(finish => finish with
            {
                Outbox = [.. finish.Outbox.Select((mail, i) => i == 0 ? mail : mail with { Throttle = [] })],
            }),
            "Mails_of_one_finish_count_one_after_another"),
        new(
            "counts throttled mails",
            world => Judging(new OwnThrottle(world.Clock.GetUtcNow) { CountsThrottled = true }),
            "A_throttled_mail_counts_nowhere"),
        new(
            "looks at the first limit alone",
            world => Judging(new OwnThrottle(world.Clock.GetUtcNow) { LooksAtTheFirstLimitAlone = true }),
            "Each_of_several_limits_holds"),
        new(
            "counts a mail for each limit",
            world => Judging(new OwnThrottle(world.Clock.GetUtcNow) { CountsEachLimit = true }),
            "A_mail_counts_once_for_each_key"),
        new(
            "counts by the hour of the clock on the wall",
            world => Judging(new OwnThrottle(world.Clock.GetUtcNow) { HasFixedWindows = true }),
            "The_window_slides"),
        new(
            "counts mails that could not be made",
            world => Judging(new OwnThrottle(world.Clock.GetUtcNow) { CountsFailed = true }),
            "A_mail_that_could_not_be_made_counts_nowhere"),
        new(
            "counts and then writes",
            _ =>
            {
                var meeting = new Meeting();
                return new()
                {
                    CommitRow = async (made, next, _) => made.Commit is FinishCommit finish && await meeting.ArriveAsync()
                        ? await next((made.Claim, finish with { Outbox = [.. finish.Outbox.Select(mail => mail with { Throttle = [] })] }))
                        : await next(made),
                };
            },
            "Finishes_at_once_do_not_pass_a_limit"),
        new(
            "forgets throttle counts in a crash",
            world =>
            {
                var throttle = new OwnThrottle(world.Clock.GetUtcNow);
                return Judging(throttle, throttle.Forget);
            },
            "Throttle_counts_survive_a_crash"),
    ];

    private static MailTampering Judging(OwnThrottle throttle, Action? crash = null) => new()
    {
        Crash = crash,
        CommitRow = (made, next, _) => next(made.Commit is FinishCommit finish
            ? (made.Claim, finish with { Outbox = [.. finish.Outbox.Select(throttle.Judge)] })
            : made),
    };
}
