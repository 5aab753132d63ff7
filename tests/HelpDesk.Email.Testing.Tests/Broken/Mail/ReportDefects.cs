using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about reports and suppressed addresses.</summary>
internal static class ReportDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "fails every recipient of a mail that bounced for one",
            _ => Found(mail => mail.Recipients.Any(recipient => recipient.HasBounced)
                ? mail with { Recipients = [.. mail.Recipients.Select(recipient => recipient with { State = OutboxRecipientState.Failed })] }
                : mail),
            "A_recipient_whose_mail_bounced_has_failed_and_the_others_have_not"),
        new(
            "leaves a mail sent that nobody has",
            _ => Found(mail => mail.Recipients.Any(recipient => recipient.HasBounced) ? mail with { State = OutboxState.Sent } : mail),
            "A_mail_that_bounced_for_all_is_failed"),
        new(
            "takes a delay for a bounce",
            _ => SpoilMail.Commits<FinishCommit>(finish => finish with { Reports = [.. finish.Reports.Select(report => report with { HasBounced = true })] }),
            "A_report_of_a_delay_is_noted_and_changes_no_state"),
        new(
            "overwrites what reports said with what the server said",
            world => new()
            {
                CommitMail = async (made, next, _) =>
                {
                    var isMade = await next(made);
                    if (made.Commit is DeliveryCommit)
                    {
                        await world.Inner.Outbox.RequeueAsync(made.Claim.Entry.Id, CancellationToken.None);
                    }

                    return isMade;
                },
            },
            "A_report_that_is_faster_than_the_delivery_is_kept"),
        new(
            "enters reports at the first recipient",
            world => new()
            {
                CommitRow = async (made, next, _) => await next(made.Commit is FinishCommit { Reports.Count: > 0 } finish
                    ? (made.Claim, finish with { Reports = [.. await Task.WhenAll(finish.Reports.Where(report => report.OutboxId < 1_000).Select(async report => report with { Address = (await world.MailAsync(report.OutboxId)).Recipients[0].Address }))] })
                    : made),
            },
            "A_report_of_nobody_changes_nothing"),
        new(
            "does not look at the envelope sender",
            _ => new() { FindMails = (query, next, _) => next(query with { ReversePaths = [] }) },
            "Mails_are_found_by_their_envelope_sender_without_case"),
        new(
            "suppresses for ever",
            _ => new() { Suppress = (address, next, _) => next(address with { Until = DateTimeOffset.MaxValue }) },
            "A_suppressed_address_is_found_as_it_was_written_until_its_time_is_over",
            "Suppressing_again_takes_the_place_of_what_was_known"),
        new(
            "lifts nothing",
            _ => new() { Lift = (_, _, _) => Task.FromResult(true) },
            "A_suppression_is_lifted_once"),
        new(
            "lists suppressed addresses without pages",
            _ => new() { ListSuppressed = (asked, next, _) => next((null, asked.Limit)) },
            "Suppressed_addresses_are_listed_in_order_in_pages"),
        new(
            "forgets to suppress with a finish",
            _ => SpoilMail.Commits<FinishCommit>(finish => finish with { Suppressed = [] }),
            "A_finish_suppresses_and_lifts_with_everything_else_it_writes"),
    ];

    private static MailTampering Found(Func<OutboxEntry, OutboxEntry> spoil) => new() { FindMails = async (query, next, _) => [.. (await next(query)).Select(spoil)] };
}
