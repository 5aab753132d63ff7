using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>What a look brings, and what it leaves alone.</summary>
internal static class LookRules
{
    public static IReadOnlyList<Rule<MailboxTrial>> All { get; } =
    [
        new(
            "Mails_come_octet_for_octet_and_the_oldest_first",
            "ReceiveAsync gives each mail with the octets it was delivered with, in the order of delivery.",
            async trial =>
            {
                var texts = await trial.DeliverManyAsync(3).ConfigureAwait(false);
                Expect.SameList(texts, (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Text), "The mails of the look");
            }),
        new(
            "A_look_changes_nothing",
            "Reading takes nothing out of the mailbox: only AcknowledgeAsync does, after the commit.",
            async trial =>
            {
                await trial.DeliverManyAsync(2).ConfigureAwait(false);
                var before = await trial.ListAsync().ConfigureAwait(false);
                await trial.LookAsync().ConfigureAwait(false);
                Expect.SameList(before, await trial.ListAsync().ConfigureAwait(false), "What lies in the mailbox after a look");
            }),
        new(
            "A_mail_has_one_receipt_for_ever",
            "Made from what the place calls the mail, the receipt is the same in every look and after every restart: the journal knows by it what is committed.",
            async trial =>
            {
                await trial.DeliverManyAsync(2).ConfigureAwait(false);
                var first = await trial.LookAsync().ConfigureAwait(false);
                await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
                trial.Cursor = null;
                var second = await trial.LookAsync().ConfigureAwait(false);
                Expect.SameList(first.Select(mail => mail.Receipt.Key), second.Select(mail => mail.Receipt.Key), "The receipts after a restart");
            }),
        new(
            "Receipts_are_unique_and_short_enough",
            "Two mails never have one receipt, and none is longer than 400 characters.",
            async trial =>
            {
                await trial.DeliverManyAsync(5).ConfigureAwait(false);
                var receipts = (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Receipt.Key).ToList();
                Expect.Same(5, receipts.Distinct(StringComparer.Ordinal).Count(), "The number of different receipts of five mails");
                Expect.That(receipts.TrueForAll(key => key.Length is > 0 and <= 400), $"Receipts have {string.Join(", ", receipts.Select(key => key.Length))} characters.");
            }),
        new(
            "Behind_the_cursor_only_new_mail_comes",
            "With the cursor of the last look ReceiveAsync gives what came since then and nothing else.",
            async trial =>
            {
                await trial.DeliverManyAsync(2).ConfigureAwait(false);
                await trial.LookAsync().ConfigureAwait(false);
                Expect.Same(0, (await trial.LookAsync().ConfigureAwait(false)).Count, "The number of mails behind the cursor with nothing new");
                var added = await trial.DeliverAsync(3).ConfigureAwait(false);
                Expect.SameList([added], (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Text), "The mails behind the cursor");
            }),
        new(
            "A_look_brings_no_more_than_it_may_and_the_next_ones_bring_the_rest",
            "MaxMails ends a look; its cursor stands behind the last mail that it gave.",
            async trial =>
            {
                var texts = await trial.DeliverManyAsync(5).ConfigureAwait(false);
                var looks = new List<IReadOnlyList<string>>();
                for (var i = 0; i < 3; i++)
                {
                    looks.Add([.. (await trial.LookAsync(maxMails: 2).ConfigureAwait(false)).Select(mail => mail.Text)]);
                }

                Expect.SameList([2, 2, 1], looks.Select(look => look.Count), "The numbers of mails in three looks at five mails");
                Expect.SameList(texts, looks.SelectMany(look => look), "The mails of three looks");
            }),
        new(
            "A_mail_that_is_too_long_is_passed_over_and_holds_up_no_other",
            "What is longer than MaxOctets is reported and left where it is; the mails behind it come.",
            async trial =>
            {
                var first = await trial.DeliverAsync(1).ConfigureAwait(false);
                var huge = await trial.DeliverAsync(5000).ConfigureAwait(false);
                var last = await trial.DeliverAsync(2).ConfigureAwait(false);
                Expect.SameList([first, last], (await trial.LookAsync(maxOctets: 2000).ConfigureAwait(false)).Select(mail => mail.Text), "The mails around one that is too long");
                Expect.That((await trial.ListAsync().ConfigureAwait(false)).Contains(huge), "The mail that is too long is not in the mailbox any more.");
                Expect.Same(0, (await trial.LookAsync(maxOctets: 2000).ConfigureAwait(false)).Count, "The number of mails in the next look");
            }),
        new(
            "What_was_skipped_does_not_come",
            "SkipAsync gives a cursor behind everything that lies there; what is delivered after it comes. A source without such a cursor throws NotSupportedException.",
            async trial =>
            {
                await trial.DeliverManyAsync(2).ConfigureAwait(false);
                if (!trial.Fixture.CanSkip)
                {
                    await Expect.ThrowsAsync(() => trial.Source.SkipAsync(trial.Cancellation).AsTask(), "SkipAsync gave a cursor, and the fixture says that there is none.").ConfigureAwait(false);
                    return;
                }

                trial.Cursor = await trial.Source.SkipAsync(trial.Cancellation).ConfigureAwait(false);
                await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
                var added = await trial.DeliverAsync(3).ConfigureAwait(false);
                Expect.SameList([added], (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Text), "The mails behind what was skipped");
            }),
        new(
            "A_check_succeeds_and_changes_nothing",
            "CheckAsync tries the connection, says so, and neither fetches nor changes anything.",
            async trial =>
            {
                var text = await trial.DeliverAsync(1).ConfigureAwait(false);
                var report = await trial.Source.CheckAsync(trial.Cancellation).ConfigureAwait(false);
                Expect.That(report.Succeeded, $"The check failed: {report.Message}");
                Expect.That(report.Message.Length > 0, "The report says nothing.");
                Expect.SameList([text], await trial.ListAsync().ConfigureAwait(false), "What lies in the mailbox after a check");
                Expect.SameList([text], (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Text), "The mails of the look after a check");
            }),
        new(
            "A_wait_that_is_cancelled_ends",
            "WaitForMailAsync obeys its token: the host stops by it.",
            async trial =>
            {
                await trial.LookAsync().ConfigureAwait(false);
                using var source = CancellationTokenSource.CreateLinkedTokenSource(trial.Cancellation);
                var waiting = trial.Source.WaitForMailAsync(TimeSpan.FromDays(1), source.Token).AsTask();
                await source.CancelAsync().ConfigureAwait(false);
                Expect.That(
                    await Expect.IsCancelledAsync(() => waiting.WaitAsync(TimeSpan.FromSeconds(30), trial.Cancellation)).ConfigureAwait(false),
                    "The wait ended as if its time had passed.");
            }),
    ];
}
