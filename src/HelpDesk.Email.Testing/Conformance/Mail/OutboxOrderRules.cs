using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Which mail waits for which, and which accounts are left alone.</summary>
internal static class OutboxOrderRules
{
    private const string Ann = "ann@example.test";
    private const string Bob = "bob@example.test";

    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(40);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Mails_of_accounts_that_are_left_out_are_not_claimed",
            "Leave the rows of ExceptAccounts as they are, without case, and give the others up to Max.",
            async trial =>
            {
                var mails = new[] { To(trial, Ann) with { Account = "first" }, To(trial, Ann) with { Account = "second" }, To(trial, Ann) with { Account = "first" }, To(trial, Ann) with { Account = "second" } };
                var ids = await AddAsync(trial, mails).ConfigureAwait(false);
                await ExpectAsync(trial, Request(trial) with { ExceptAccounts = ["FIRST", "third"] }, ids[1], ids[3]).ConfigureAwait(false);
                await ExpectAsync(trial, Request(trial), ids[0], ids[2]).ConfigureAwait(false);
            }),
        new(
            "Mails_of_a_ticket_to_one_recipient_are_claimed_one_after_the_other",
            "With KeepOrderFor a row waits while an older one of its ticket to its recipient is not finished; other recipients and other tickets do not.",
            async trial =>
            {
                var mails = new[] { To(trial, Ann), To(trial, "ANN@example.test"), To(trial, Bob), To(trial, Ann) with { Ticket = "1001" }, To(trial, Ann) with { Ticket = null } };
                var ids = await AddAsync(trial, mails).ConfigureAwait(false);
                var claims = await ExpectAsync(trial, Ordered(trial), ids[0], ids[2], ids[3], ids[4]).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial)).ConfigureAwait(false);
                await DeliverAsync(trial, claims[0], OutboxRecipientState.Accepted).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial), ids[1]).ConfigureAwait(false);
            }),
        new(
            "A_mail_that_was_refused_for_now_holds_back_for_a_time_and_no_longer",
            "An older row that waits for its next attempt holds back until KeepOrderFor is over since its QueuedAt.",
            async trial =>
            {
                var ids = await AddAsync(trial, To(trial, Ann), To(trial, Ann), To(trial, Bob)).ConfigureAwait(false);
                var claims = await ExpectAsync(trial, Ordered(trial), ids[0], ids[2]).ConfigureAwait(false);
                await DeliverAsync(trial, claims[0], OutboxRecipientState.Pending).ConfigureAwait(false);
                await DeliverAsync(trial, claims[1], OutboxRecipientState.Accepted).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial)).ConfigureAwait(false);
                await trial.PassAsync(Keep).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial), ids[1]).ConfigureAwait(false);
            }),
        new(
            "A_mail_that_is_not_due_and_was_never_tried_holds_nothing_back",
            "A mail with a delay waits alone.",
            async trial =>
            {
                var ids = await AddAsync(trial, To(trial, Ann) with { NotBefore = trial.Now.AddSeconds(15) }, To(trial, Ann)).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial), ids[1]).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(15.1)).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial), ids[0]).ConfigureAwait(false);
            }),
        new(
            "A_mail_to_several_keeps_its_place_among_all_mails_of_its_ticket",
            "It waits for every older one, and every younger one for it.",
            async trial =>
            {
                var ids = await AddAsync(trial, To(trial, Ann), To(trial, Bob, "zoe@example.test"), To(trial, "max@example.test")).ConfigureAwait(false);
                var first = await ExpectAsync(trial, Ordered(trial), ids[0]).ConfigureAwait(false);
                await DeliverAsync(trial, first[0], OutboxRecipientState.Accepted).ConfigureAwait(false);
                var second = await ExpectAsync(trial, Ordered(trial), ids[1]).ConfigureAwait(false);
                await DeliverAsync(trial, second[0], OutboxRecipientState.Accepted).ConfigureAwait(false);
                await ExpectAsync(trial, Ordered(trial), ids[2]).ConfigureAwait(false);
            }),
        new(
            "Renewing_lengthens_the_leases_of_mails_that_are_still_held",
            "RenewAsync moves the end of a lease that its claim still holds; one that another claim holds meanwhile stays as it is.",
            async trial =>
            {
                await AddAsync(trial, To(trial, Ann)).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.PassAsync(MailTrial.LeaseTime / 2).ConfigureAwait(false);
                await trial.Store.Outbox.RenewAsync([claim], MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false);
                await trial.PassAsync(MailTrial.LeaseTime * 0.75).ConfigureAwait(false);
                await ExpectAsync(trial, Request(trial)).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var again = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.Store.Outbox.RenewAsync([claim], MailTrial.LeaseTime * 5, trial.Cancellation).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var last = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.That(last.Fence > again.Fence, $"the fence {last.Fence} after {again.Fence}.");
            }),
    ];

    private static OutboxClaimRequest Request(MailTrial trial) => new(trial.One.Node, 10, MailTrial.LeaseTime);

    private static OutboxClaimRequest Ordered(MailTrial trial) => Request(trial) with { KeepOrderFor = Keep, Lease = TimeSpan.FromHours(1) };

    private static NewOutboxEntry To(MailTrial trial, params string[] recipients) => trial.Mail() with { Recipients = recipients };

    private static async Task<long[]> AddAsync(MailTrial trial, params NewOutboxEntry[] mails)
    {
        var journalId = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = mails }).ConfigureAwait(false);
        return [.. (await trial.MailsAsync(journalId).ConfigureAwait(false)).Select(mail => mail.Id)];
    }

    private static async Task<IReadOnlyList<OutboxClaim>> ExpectAsync(MailTrial trial, OutboxClaimRequest request, params long[] ids)
    {
        var claims = await trial.One.ClaimMailAsync(request).ConfigureAwait(false);
        Expect.SameList(ids, claims.Select(claim => claim.Entry.Id), "The mails claimed");
        return claims;
    }

    private static async Task DeliverAsync(MailTrial trial, OutboxClaim claim, OutboxRecipientState state)
    {
        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new DeliveryCommit([.. claim.Entry.Recipients.Select(recipient => recipient with { State = state })], trial.Now.AddDays(1))).ConfigureAwait(false);
    }
}
