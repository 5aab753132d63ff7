using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

internal static class MailboxDefects
{
    public static IReadOnlyList<MailboxDefect> All { get; } =
    [
        .. InterruptionDefects.All,
        new("gives the youngest first", _ => new() { Mails = mails => mails.Reverse() }, "Mails_come_octet_for_octet_and_the_oldest_first"),
        new(
            "leaves out the last octet",
            _ => new() { Mails = mails => mails.Select(mail => mail with { Content = Shortened(mail.Content) }) },
            "Mails_come_octet_for_octet_and_the_oldest_first"),
        new(
            "deletes what it reads",
            mailboxes => new()
            {
                Mails = mails =>
                {
                    MailboxTampering.Delete(mailboxes, _ => true);
                    return mails;
                },
            },
            "A_look_changes_nothing"),
        new(
            "names mails anew after a restart",
            _ =>
            {
                var name = Guid.NewGuid().ToString();
                return new() { Mails = mails => mails.Select(mail => mail with { Receipt = new MailReceipt(mail.Receipt.Key + name) }) };
            },
            "A_mail_has_one_receipt_for_ever"),
        new("names all mails alike", _ => new() { Mails = mails => mails.Select(mail => mail with { Receipt = new MailReceipt("mail") }) }, "Receipts_are_unique_and_short_enough"),
        new(
            "names mails at length",
            _ => new() { Mails = mails => mails.Select(mail => mail with { Receipt = new MailReceipt(mail.Receipt.Key + new string('x', 400)) }) },
            "Receipts_are_unique_and_short_enough"),
        new(
            "forgets the cursor",
            _ => new() { Ask = (_, limits) => (null, limits) },
            "Behind_the_cursor_only_new_mail_comes",
            "A_look_brings_no_more_than_it_may_and_the_next_ones_bring_the_rest"),
        new(
            "brings all there is",
            _ => new() { Ask = (cursor, limits) => (cursor, limits with { MaxMails = int.MaxValue }) },
            "A_look_brings_no_more_than_it_may_and_the_next_ones_bring_the_rest"),
        new(
            "brings mails of any length",
            _ => new() { Ask = (cursor, limits) => (cursor, limits with { MaxOctets = long.MaxValue }) },
            "A_mail_that_is_too_long_is_passed_over_and_holds_up_no_other"),
        new("skips nothing", _ => new() { Skip = _ => new MailboxCursor("0") }, "What_was_skipped_does_not_come"),
        new("fails its check", _ => new() { Check = report => report with { Succeeded = false } }, "A_check_succeeds_and_changes_nothing"),
        new(
            "deletes mail to check that it can",
            mailboxes => new()
            {
                Check = report =>
                {
                    MailboxTampering.Delete(mailboxes, _ => true);
                    return report;
                },
            },
            "A_check_succeeds_and_changes_nothing"),
        new("swallows a cancelled wait", _ => new() { SwallowsTokens = true }, "A_wait_that_is_cancelled_ends"),
        new("deletes what is to be left", _ => new() { Action = (_, action) => action == AfterProcessing.Leave ? AfterProcessing.Delete : action }, "Mail_that_is_left_stays_and_is_done"),
        new(
            "only says that it deletes",
            _ => new() { Action = (_, _) => AfterProcessing.Leave },
            "Mail_that_is_moved_or_deleted_leaves_the_mailbox_and_no_other_does",
            "A_restart_forgets_no_acknowledgement"),
        new(
            "deletes the mails in between, too",
            mailboxes => new()
            {
                Done = done =>
                {
                    MailboxTampering.Delete(mailboxes, _ => true);
                    return done;
                },
            },
            "Mail_that_is_moved_or_deleted_leaves_the_mailbox_and_no_other_does"),
        new(
            "begins anew once mail is done",
            _ =>
            {
                var isDone = false;
                return new()
                {
                    Ask = (cursor, limits) => (isDone ? null : cursor, limits),
                    Done = done =>
                    {
                        isDone = true;
                        return done;
                    },
                };
            },
            "Mail_that_is_done_does_not_come_again"),
        new(
            "does nothing for mails that another source brought",
            _ =>
            {
                var brought = new HashSet<string>();
                return new()
                {
                    Mails = mails => mails.Select(mail => brought.Add(mail.Receipt.Key) ? mail : mail),
                    Done = done => [.. done.Where(mail => brought.Contains(mail.Receipt.Key))],
                };
            },
            "What_is_done_can_be_acknowledged_again",
            "A_restart_forgets_no_acknowledgement"),
        new(
            "waits for mail that is gone",
            mailboxes =>
            {
                var present = new HashSet<string>();
                return new()
                {
                    Action = (_, action) =>
                    {
                        present = [.. mailboxes[BrokenMailboxFixture.Name].Mails.Select(mail => BrokenMailboxFixture.ReceiptOf(mail.Uid).Key)];
                        return action;
                    },
                    Done = done => [.. done.Where(mail => present.Contains(mail.Receipt.Key))],
                };
            },
            "A_mail_that_is_gone_is_done"),
        new(
            "takes any receipt for one of its own",
            mailboxes => new()
            {
                Done = done =>
                {
                    if (done is [var mail] && !mail.Receipt.Key.StartsWith("memory:", StringComparison.Ordinal))
                    {
                        MailboxTampering.Delete(mailboxes, _ => true);
                    }

                    return done;
                },
            },
            "A_receipt_of_another_kind_of_place_touches_nothing"),
    ];

    private static MailContent Shortened(MailContent content)
    {
        Assert.True(content.TryGetMemory(out var octets));
        return MailContent.FromOctets(octets[..^1]);
    }
}
