using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>Looks and acknowledgements that end before their time, that meet, or that bring something large.</summary>
internal static class InterruptionRules
{
    private const int Mails = 5;
    private const int Moments = 8;

    // Something else in the process may take memory meanwhile, for some seconds even; it does not do so every time.
    private const int Attempts = 10;

    public static IReadOnlyList<Rule<MailboxTrial>> All { get; } =
    [
        new(
            "A_look_that_is_cancelled_beforehand_brings_nothing_and_changes_nothing",
            "ReceiveAsync throws OperationCanceledException at its first step under a cancelled token; the next look brings everything.",
            async trial =>
            {
                var texts = await trial.DeliverManyAsync(2).ConfigureAwait(false);
                var isCancelled = await Expect.IsCancelledAsync(() => FirstAsync(trial.Source.ReceiveAsync(null, new ReceiveLimits(10, 1 << 20), new CancellationToken(canceled: true)))).ConfigureAwait(false);
                Expect.That(isCancelled, "a look that ran under a cancelled token.");
                await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
                Expect.SameList(texts, (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Text), "The mails of the next look");
            }),
        new(
            "A_look_that_ends_behind_any_mail_is_gone_on_with_there",
            "A mail's Cursor, where it has one, stands behind that mail and no other: the engine commits mails in batches, dies behind any of them, and goes on with the cursor it has. Mails may come again after a restart, and are known by their receipts; none may be left out.",
            async trial =>
            {
                var texts = await trial.DeliverManyAsync(Mails).ConfigureAwait(false);
                for (var taken = 0; taken <= Mails; taken++)
                {
                    trial.Cursor = null;
                    var (_, behind) = await TakeAsync(trial, taken, trial.Cancellation).ConfigureAwait(false);
                    await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
                    ExpectRest(texts, behind, await trial.LookAsync().ConfigureAwait(false), $"The mails of the look after one that ended with mail {taken} of {Mails}");
                }
            }),
        new(
            "A_look_that_is_cancelled_midway_loses_no_mail",
            "A cancelled look ends with OperationCanceledException or gives what it has; the mails that it did not give are there for the next look.",
            async trial =>
            {
                var texts = await trial.DeliverManyAsync(Mails).ConfigureAwait(false);
                for (var taken = 1; taken < Mails; taken++)
                {
                    using var source = CancellationTokenSource.CreateLinkedTokenSource(trial.Cancellation);
                    trial.Cursor = null;
                    var (given, behind) = await TakeAsync(trial, Mails, source.Token, source, cancelBehind: taken).ConfigureAwait(false);
                    await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
                    Expect.SameList(texts.Take(given.Count), given, $"The mails of a look that was cancelled behind mail {taken}");
                    ExpectRest(texts, behind, await trial.LookAsync().ConfigureAwait(false), $"The mails of the look after one that was cancelled behind mail {taken} of {Mails}");
                }
            }),
        new(
            "A_crash_between_any_two_acknowledgements_leaves_the_others_as_they_are",
            "AcknowledgeAsync touches the mails that it is given and no others, however many of them; what was not acknowledged comes again under its old receipt.",
            trial => ForEachAsync(trial, async (mails, action) =>
            {
                for (var done = 0; done < Mails; done++)
                {
                    await trial.AcknowledgeAsync([mails[done]], action).ConfigureAwait(false);
                    await trial.RestartAsync(action).ConfigureAwait(false);
                    trial.Cursor = null;
                    Expect.SameList(
                        mails.Skip(done + 1).Select(mail => mail.Receipt.Key),
                        (await trial.LookAsync().ConfigureAwait(false)).Select(mail => mail.Receipt.Key),
                        $"The mails that come after a crash behind {action} {done + 1} of {Mails}");
                }
            })),
        new(
            "An_acknowledgement_that_is_cancelled_is_made_good_by_the_next",
            "Under a token that is cancelled already nothing is touched; cancelled midway, each mail is done or not, and saying it once more does the rest and no harm.",
            trial => ForEachAsync(trial, async (mails, action) =>
            {
                var isCancelled = await Expect.IsCancelledAsync(
                    () => trial.Source.AcknowledgeAsync([mails[0].Committed(1)], action, new CancellationToken(canceled: true)).AsTask()).ConfigureAwait(false);
                Expect.That(isCancelled, "an acknowledgement that ran under a cancelled token.");
                Expect.Same(Mails, (await trial.ListAsync().ConfigureAwait(false)).Count, "The number of mails after an acknowledgement that was cancelled beforehand");
                for (var i = 0; i < Moments; i++)
                {
                    await trial.RestartAsync(action).ConfigureAwait(false);
                    await Midway.CancelAsync(i * 3, token => trial.Source.AcknowledgeAsync([mails[0].Committed(1), mails[2].Committed(2)], action, token).AsTask(), trial.Cancellation).ConfigureAwait(false);
                }

                await trial.RestartAsync(action).ConfigureAwait(false);
                Expect.SameList([1L, 2L], await trial.AcknowledgeAsync([mails[0], mails[2]], action).ConfigureAwait(false), "The mails that are done in the end");
                Expect.SameList(
                    new[] { mails[1], mails[3], mails[4] }.Select(mail => mail.Text).Order(StringComparer.Ordinal), await trial.ListAsync().ConfigureAwait(false), "What lies in the mailbox in the end");
            })),
        new(
            "Two_sources_that_acknowledge_the_same_mails_take_no_others",
            "A worker that was held up may acknowledge what another one has done meanwhile: find each mail by its receipt, never by its place in the list.",
            trial => ForEachAsync(trial, async (mails, action) =>
            {
                Acknowledgement[] both = [mails[0].Committed(1), mails[1].Committed(2)];
                await trial.Source.AcknowledgeAsync(both, action, trial.Cancellation).ConfigureAwait(false);
                if (!trial.Fixture.TakesTwo)
                {
                    await trial.RestartAsync(action).ConfigureAwait(false);
                }

                var second = trial.Fixture.TakesTwo ? trial.Fixture.Open(action) : trial.Source;
                await using (second.ConfigureAwait(false))
                {
                    var done = await second.AcknowledgeAsync(both, action, trial.Cancellation).ConfigureAwait(false);
                    Expect.SameList([1L, 2L], done.Select(mail => mail.JournalId).Order(), "The mails that are done for the second source");
                    Expect.SameList(mails.Skip(2).Select(mail => mail.Text).Order(StringComparer.Ordinal), await trial.ListAsync().ConfigureAwait(false), "What lies in the mailbox after both");
                }
            })),
        new(
            "A_large_mail_comes_whole_and_is_not_in_memory",
            "Spool what is large while it comes (MailContentWriter does): several large mails at once must not stand in memory.",
            async trial =>
            {
                var text = MailboxTrial.Mail(trial.Fixture.LargestMail);
                await trial.Fixture.DeliverAsync(Encoding.Latin1.GetBytes(text), trial.Cancellation).ConfigureAwait(false);
                var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.Latin1.GetBytes(text)));
                var length = text.Length;
                var least = long.MaxValue;
                for (var attempt = 0; attempt < Attempts && least > length / 2; attempt++)
                {
                    least = Math.Min(least, await ReceiveLargeAsync(trial, length, hash).ConfigureAwait(false));
                }

                Expect.That(trial.Fixture.HoldsMails || least <= length / 2, $"{least} octets more in memory when a mail of {length} was received.");
            }),
    ];

    // All mails behind the cursor, and before them at most some that were given already.
    private static void ExpectRest(IReadOnlyList<string> texts, int behind, IReadOnlyList<TakenMail> found, string what) =>
        Expect.SameList(texts.TakeLast(Math.Max(texts.Count - behind, found.Count)), found.Select(mail => mail.Text), what);

    private static async Task<long> ReceiveLargeAsync(MailboxTrial trial, int length, string hash)
    {
        await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var mail in trial.Source.ReceiveAsync(null, new ReceiveLimits(1, length + 1_000), trial.Cancellation).ConfigureAwait(false))
        {
            using var content = mail.Content;
            Expect.Same(length, content.Length, "The length of a large mail");
            Expect.Same(hash, content.Hash, "The hash of a large mail");
            return GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        throw new ConformanceException("a large mail that did not come.");
    }

    // Several mails that were brought, for each thing that takes them away.
    private static async Task ForEachAsync(MailboxTrial trial, Func<IReadOnlyList<TakenMail>, AfterProcessing, Task> proveAsync)
    {
        foreach (var action in trial.Fixture.Actions.Where(each => each is AfterProcessing.Move or AfterProcessing.Delete))
        {
            foreach (var text in await trial.ListAsync().ConfigureAwait(false))
            {
                await trial.RemoveAsync(text).ConfigureAwait(false);
            }

            await trial.RestartAsync(action).ConfigureAwait(false);
            trial.Cursor = null;
            await trial.DeliverManyAsync(Mails).ConfigureAwait(false);
            await proveAsync(await trial.LookAsync().ConfigureAwait(false), action).ConfigureAwait(false);
        }
    }

    // Takes so many mails of a look and leaves it, with the cursor of the last mail that had one, and says how many stand before
    // it; cancels the look behind one of them.
    private static async Task<(List<string> Texts, int Behind)> TakeAsync(MailboxTrial trial, int count, CancellationToken cancellationToken, CancellationTokenSource? source = null, int cancelBehind = 0)
    {
        var texts = new List<string>();
        var behind = 0;
        if (count == 0)
        {
            return (texts, behind);
        }

        await Expect.IsCancelledAsync(async () =>
        {
            await foreach (var mail in trial.Source.ReceiveAsync(trial.Cursor, new ReceiveLimits(100, 1 << 20), cancellationToken).ConfigureAwait(false))
            {
                using var content = mail.Content;
                using var reader = new StreamReader(content.OpenRead(), Encoding.Latin1);
                texts.Add(await reader.ReadToEndAsync(trial.Cancellation).ConfigureAwait(false));
                (trial.Cursor, behind) = mail.Cursor is null ? (trial.Cursor, behind) : (mail.Cursor, texts.Count);
                if (texts.Count == cancelBehind)
                {
                    await source!.CancelAsync().ConfigureAwait(false);
                }

                if (texts.Count == count)
                {
                    break;
                }
            }
        }).ConfigureAwait(false);
        return (texts, behind);
    }

    private static async Task FirstAsync(IAsyncEnumerable<ReceivedMail> look)
    {
        await foreach (var mail in look.ConfigureAwait(false))
        {
            mail.Content.Dispose();
            return;
        }
    }
}
