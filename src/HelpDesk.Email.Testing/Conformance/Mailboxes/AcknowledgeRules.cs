using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>What happens to mails whose rows are committed.</summary>
internal static class AcknowledgeRules
{
    public static IReadOnlyList<Rule<MailboxTrial>> All { get; } =
    [
        new(
            "Mail_that_is_left_stays_and_is_done",
            "AfterProcessing.Leave does nothing, and says that it is done.",
            async trial =>
            {
                await trial.DeliverManyAsync(2).ConfigureAwait(false);
                var before = await trial.ListAsync().ConfigureAwait(false);
                var mails = await trial.LookAsync().ConfigureAwait(false);
                Expect.SameList([1L, 2L], await trial.AcknowledgeAsync(mails, AfterProcessing.Leave).ConfigureAwait(false), "The mails that are done");
                Expect.SameList(before, await trial.ListAsync().ConfigureAwait(false), "What lies in the mailbox");
            }),
        new(
            "Mail_that_is_moved_or_deleted_leaves_the_mailbox_and_no_other_does",
            "Move and Delete take exactly the mails that are acknowledged.",
            trial => ForEachAsync(trial, action => action is AfterProcessing.Move or AfterProcessing.Delete, async (mails, action) =>
            {
                Expect.SameList([1L, 2L], await trial.AcknowledgeAsync([mails[0], mails[2]], action).ConfigureAwait(false), $"The mails that are done by {action}");
                Expect.SameList([mails[1].Text], await trial.ListAsync().ConfigureAwait(false), $"What lies in the mailbox after {action} of two of three mails");
            })),
        new(
            "Mail_that_is_done_does_not_come_again",
            "Behind the cursor nothing comes again, whatever was done with it; deleted mail comes without a cursor neither.",
            trial => ForEachAsync(trial, _ => true, async (mails, action) =>
            {
                await trial.AcknowledgeAsync(mails, action).ConfigureAwait(false);
                Expect.Same(0, (await trial.LookAsync().ConfigureAwait(false)).Count, $"The number of mails that come again after {action}");
            })),
        new(
            "What_is_done_can_be_acknowledged_again",
            "After a crash the engine says it once more: what is done already is done.",
            trial => ForEachAsync(trial, _ => true, async (mails, action) =>
            {
                await trial.AcknowledgeAsync(mails, action).ConfigureAwait(false);
                await trial.RestartAsync(action).ConfigureAwait(false);
                Expect.SameList([1L, 2L, 3L], await trial.AcknowledgeAsync(mails, action).ConfigureAwait(false), $"The mails that are done by a second {action}");
            })),
        new(
            "A_mail_that_is_gone_is_done",
            "Another client may have taken it away; there is nothing left to do, and the others are done too.",
            trial => ForEachAsync(trial, _ => true, async (mails, action) =>
            {
                await trial.RemoveAsync(mails[1].Text).ConfigureAwait(false);
                Expect.SameList([1L, 2L, 3L], await trial.AcknowledgeAsync(mails, action).ConfigureAwait(false), $"The mails that are done by {action} where one is gone");
            })),
        new(
            "A_restart_forgets_no_acknowledgement",
            "AcknowledgeAsync works by the receipt alone: another source does for a mail what the one that brought it could not.",
            trial => ForEachAsync(trial, action => action is AfterProcessing.Move or AfterProcessing.Delete, async (mails, action) =>
            {
                await trial.RestartAsync(action).ConfigureAwait(false);
                Expect.SameList([1L, 2L, 3L], await trial.AcknowledgeAsync(mails, action).ConfigureAwait(false), $"The mails that are done by {action} after a restart");
                Expect.Same(0, (await trial.ListAsync().ConfigureAwait(false)).Count, $"The number of mails that lie there after {action}");
            })),
        new(
            "A_receipt_of_another_kind_of_place_touches_nothing",
            "A mailbox may have been of another kind when the mail came: its receipt means nothing here, and is done.",
            trial => ForEachAsync(trial, _ => true, async (mails, action) =>
            {
                var foreign = mails[0] with { Receipt = new MailReceipt("elsewhere;1;2;3"), Hash = new string('0', 64) };
                Expect.SameList([1L], await trial.AcknowledgeAsync([foreign], action).ConfigureAwait(false), $"The mails that are done by {action} of a mail from elsewhere");
                Expect.Same(3, (await trial.ListAsync().ConfigureAwait(false)).Count, "The number of mails that lie there");
            })),
    ];

    // Three mails that were brought, for each thing that can be done with them.
    private static async Task ForEachAsync(MailboxTrial trial, Func<AfterProcessing, bool> isMeant, Func<IReadOnlyList<TakenMail>, AfterProcessing, Task> proveAsync)
    {
        foreach (var action in trial.Fixture.Actions.Where(isMeant))
        {
            foreach (var text in await trial.ListAsync().ConfigureAwait(false))
            {
                await trial.RemoveAsync(text).ConfigureAwait(false);
            }

            await trial.RestartAsync(action).ConfigureAwait(false);
            trial.Cursor = null;
            await trial.DeliverManyAsync(3).ConfigureAwait(false);
            await proveAsync(await trial.LookAsync().ConfigureAwait(false), action).ConfigureAwait(false);
        }
    }
}
