using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about the order of mails, about doubts, and about what people do with mails.</summary>
internal static class OutboxCareDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "hands out mails of closed accounts",
            _ => new() { ClaimMails = (request, next, _) => next(request with { ExceptAccounts = [] }) },
            "Mails_of_accounts_that_are_left_out_are_not_claimed"),
        new(
            "keeps no order",
            _ => new() { ClaimMails = (request, next, _) => next(request with { KeepOrderFor = TimeSpan.Zero }) },
            "Mails_of_a_ticket_to_one_recipient_are_claimed_one_after_the_other",
            "A_mail_that_was_refused_for_now_holds_back_for_a_time_and_no_longer",
            "A_mail_to_several_keeps_its_place_among_all_mails_of_its_ticket"),
        new(
            "holds back for ever",
            _ => new() { ClaimMails = (request, next, _) => next(request with { KeepOrderFor = request.KeepOrderFor * 1000 }) },
            "A_mail_that_was_refused_for_now_holds_back_for_a_time_and_no_longer"),
        new(
            "lets a delayed mail hold back the others",
            world => new()
            {
                ClaimMails = async (request, next, _) =>
                {
                    var oldest = (await world.Inner.Outbox.FindAsync(new OutboxQuery { State = OutboxState.Ready }, CancellationToken.None)).MinBy(mail => mail.Id);
                    return oldest?.NotBefore > world.Clock.GetUtcNow() ? [] : await next(request);
                },
            },
            "A_mail_that_is_not_due_and_was_never_tried_holds_nothing_back"),
        new(
            "renews no leases of mails",
            _ => new() { RenewMails = (_, _, _) => Task.FromResult(true) },
            "Renewing_lengthens_the_leases_of_mails_that_are_still_held"),
        new(
            "forgets lost attempts",
            _ => new() { ClaimMails = async (request, next, _) => [.. (await next(request)).Select(claim => claim with { Entry = claim.Entry with { LostAttempts = 0 } })] },
            "Attempts_in_doubt_that_end_with_their_process_are_counted"),
        new(
            "never makes lost attempts good",
            _ =>
            {
                var most = new ConcurrentDictionary<long, int>();
                return new()
                {
                    ClaimMails = async (request, next, _) =>
                    {
                        var claims = await next(request);
                        foreach (var claim in claims)
                        {
                            most[claim.Entry.Id] = claim.Entry.LostAttempts;
                        }

                        return claims;
                    },
                    FindMails = async (query, next, _) => [.. (await next(query)).Select(mail => mail with { LostAttempts = most.GetValueOrDefault(mail.Id) })],
                };
            },
            "An_attempt_that_comes_back_makes_good_the_lost_ones"),
        new(
            "lets no mail rest after a crash",
            world => new()
            {
                Join = async (name, next, _) =>
                {
                    var node = await next(name);
                    world.Clock.Advance(TimeSpan.FromSeconds(31));
                    return node;
                },
            },
            "A_mail_that_was_sent_alone_when_its_process_died_rests_when_the_name_comes_back"),
        new(
            "takes what was never begun for sent",
            _ => new() { ClaimMails = async (request, next, _) => [.. (await next(request)).Select(claim => claim with { InDoubt = claim.InDoubt || claim.Fence > 1 })] },
            "A_mail_claimed_and_not_yet_sending_is_free_after_its_lease_and_not_in_doubt",
            "A_crash_costs_a_mail_nothing_that_was_claimed_and_not_begun"),
        new(
            "fails what is set aside",
            _ => SpoilMail.MailCommits<SetAsideCommit>(aside => aside with { State = OutboxState.Failed }),
            "A_mail_is_set_aside_from_ready_and_from_sending",
            "A_mail_is_set_aside_to_an_end_alone"),
        new(
            "queues nothing again",
            _ => new() { RequeueMail = (_, _, _) => Task.FromResult(true) },
            "A_mail_that_is_queued_again_is_as_new_for_those_who_do_not_have_it",
            "A_mail_that_was_throttled_can_be_queued_again",
            "A_mail_that_waits_or_arrived_or_has_no_octets_is_not_queued_again"),
        new(
            "discards nothing",
            _ => new() { DiscardMail = (_, _, _) => Task.FromResult(true) },
            "A_mail_that_is_thrown_away_is_never_sent",
            "A_mail_that_somebody_holds_or_that_was_sent_is_not_thrown_away"),
    ];
}
