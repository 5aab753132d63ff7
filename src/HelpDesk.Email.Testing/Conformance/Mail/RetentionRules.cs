using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What was kept long enough goes, and nothing else.</summary>
internal static class RetentionRules
{
    private static readonly ContentLimits Nothing = new() { Count = 0 };

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Octets_that_are_too_old_are_purged_and_their_rows_stay",
            "Purge octets received before ContentLimits.ReceivedBefore. OpenContentAsync then gives null; the row keeps its facts, its trace, its size and hash.",
            async trial =>
            {
                var old = await FinishedAsync(trial, trial.Row() with { ReceivedAt = trial.Now.AddDays(-40) }).ConfigureAwait(false);
                var young = await FinishedAsync(trial, trial.Row() with { ReceivedAt = trial.Now.AddDays(-20) }).ConfigureAwait(false);
                var before = await trial.EntryAsync(old).ConfigureAwait(false);
                var limits = new ContentLimits { ReceivedBefore = trial.Now.AddDays(-30) };
                Expect.Same(new PurgedContent(1, before.Size), await PurgeAsync(trial, limits).ConfigureAwait(false), "What was purged");
                await ExpectOctetsAsync(trial, old, areThere: false).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, young, areThere: true).ConfigureAwait(false);
                Expect.Same(Shown.Of(before), Shown.Of(await trial.EntryAsync(old).ConfigureAwait(false)), "The row after its octets were purged");
                Expect.Same(PurgedContent.None, await PurgeAsync(trial, limits).ConfigureAwait(false), "What was purged by the next call");
            }),
        new(
            "The_oldest_octets_go_first_until_the_rest_keeps_within_the_limits",
            "With ContentLimits.Count or Octets, purge by the time of receipt (not by id), the oldest first, and no more than is needed.",
            async trial =>
            {
                var middle = await FinishedAsync(trial, trial.Row() with { ReceivedAt = trial.Now.AddDays(-2) }).ConfigureAwait(false);
                var oldest = await FinishedAsync(trial, trial.Row() with { ReceivedAt = trial.Now.AddDays(-3) }).ConfigureAwait(false);
                var youngest = await FinishedAsync(trial, trial.Row() with { ReceivedAt = trial.Now.AddDays(-1) }).ConfigureAwait(false);
                Expect.Same(PurgedContent.None, await PurgeAsync(trial, new ContentLimits { Count = 3, Octets = 1 << 20 }).ConfigureAwait(false), "What was purged within the limits");
                Expect.Same(PurgedContent.None, await PurgeAsync(trial, new ContentLimits()).ConfigureAwait(false), "What was purged without limits");
                Expect.Same(1, (await PurgeAsync(trial, new ContentLimits { Count = 2 }).ConfigureAwait(false)).Count, "How many contents were purged to leave two");
                await ExpectOctetsAsync(trial, oldest, areThere: false).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, middle, areThere: true).ConfigureAwait(false);
                var size = (await trial.EntryAsync(youngest).ConfigureAwait(false)).Size;
                Expect.Same(1, (await PurgeAsync(trial, new ContentLimits { Octets = size }).ConfigureAwait(false)).Count, "How many contents were purged to leave the octets of one");
                await ExpectOctetsAsync(trial, middle, areThere: false).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, youngest, areThere: true).ConfigureAwait(false);
            }),
        new(
            "Octets_that_may_still_be_needed_are_never_purged",
            "Whatever the limits: leave octets of rows that are unfinished, quarantined, or whose source must still be told, and what other rows share with these.",
            async trial =>
            {
                var shared = new GeneratedOctets(seed: 60, length: 2_000);
                var sharing = await FinishedAsync(trial, trial.Row(octets: shared)).ConfigureAwait(false);
                var untold = await FinishedAsync(trial, trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                var quarantined = await FinishedAsync(trial, trial.Row(), JournalOutcome.Quarantined).ConfigureAwait(false);
                var unfinished = await trial.AddAsync(trial.Row(octets: shared)).ConfigureAwait(false);
                var limits = Nothing with { ReceivedBefore = trial.Now.AddDays(1), Octets = 0 };
                Expect.Same(PurgedContent.None, await PurgeAsync(trial, limits).ConfigureAwait(false), "What was purged");
                foreach (var id in new[] { sharing, untold, quarantined, unfinished })
                {
                    await ExpectOctetsAsync(trial, id, areThere: true).ConfigureAwait(false);
                }

                await trial.Store.Journal.MarkAcknowledgedAsync([untold], trial.Cancellation).ConfigureAwait(false);
                Expect.Same(1, (await PurgeAsync(trial, limits).ConfigureAwait(false)).Count, "How many contents were purged after the source was told");
                await ExpectOctetsAsync(trial, untold, areThere: false).ConfigureAwait(false);
            }),
        new(
            "A_purge_takes_no_more_than_it_may_and_goes_on_when_it_is_called_again",
            "Purge at most max contents a call; the next call goes on, until one purges nothing. Octets that rows share count once.",
            async trial =>
            {
                var shared = new GeneratedOctets(seed: 61, length: 2_000);
                NewJournalEntry[] rows = [trial.Row(octets: shared), trial.Row(octets: shared), trial.Row(), trial.Row(), trial.Row(), trial.Row()];
                foreach (var row in rows)
                {
                    await FinishedAsync(trial, row).ConfigureAwait(false);
                }

                foreach (var expected in new[] { 2, 2, 1, 0 })
                {
                    var purged = await trial.Store.Retention.PurgeContentAsync(Nothing, 2, trial.Cancellation).ConfigureAwait(false);
                    Expect.Same(expected, purged.Count, "How many contents a call purged that may purge two");
                }
            }),
        new(
            "What_a_mail_of_the_outbox_shares_with_purged_octets_stays",
            "Purged octets go from the journal; a mail of the outbox that has the same keeps them.",
            async trial =>
            {
                var shared = new GeneratedOctets(seed: 62, length: 2_000);
                var mail = trial.Mail() with { Content = new GeneratedContent(shared) };
                var id = await FinishedAsync(trial, trial.Row(octets: shared), MailTrial.Finish() with { Outbox = [mail] }).ConfigureAwait(false);
                Expect.Same(new PurgedContent(1, shared.Length), await PurgeAsync(trial, Nothing).ConfigureAwait(false), "What was purged");
                await ExpectOctetsAsync(trial, id, areThere: false).ConfigureAwait(false);
                var written = Expect.One(await trial.MailsAsync(id).ConfigureAwait(false), "The mails that follow from the row");
                using var content = Expect.Present(
                    await trial.Store.Outbox.OpenContentAsync(written.Id, trial.Cancellation).ConfigureAwait(false), "The content of the mail that is to be sent");
                Expect.Same(shared.Length, content.Length, "The length of the mail that is to be sent");
            }),
        new(
            "A_copy_that_comes_after_a_purge_is_recognised_and_has_octets_of_its_own",
            "Keep the hash of purged octets. A copy within its window is a duplicate; it has the octets again, the older row has not.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 63, length: 2_000);
                var first = await FinishedAsync(trial, trial.Row(octets: octets)).ConfigureAwait(false);
                await PurgeAsync(trial, Nothing).ConfigureAwait(false);
                var copy = Expect.One(
                    await trial.AppendAsync(trial.Row(octets: octets) with { DuplicateWindow = TimeSpan.FromHours(1) }).ConfigureAwait(false), "Appending a copy");
                Expect.Same(AppendStatus.Duplicate, copy.Status, "The status of a copy of purged octets");
                await ExpectOctetsAsync(trial, copy.Id, areThere: true).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, first, areThere: false).ConfigureAwait(false);
            }),
    ];

    private static Task<long> FinishedAsync(MailTrial trial, NewJournalEntry row, JournalOutcome outcome = JournalOutcome.Created) =>
        FinishedAsync(trial, row, MailTrial.Finish(outcome));

    private static async Task<long> FinishedAsync(MailTrial trial, NewJournalEntry row, FinishCommit finish)
    {
        var id = await trial.AddAsync(row).ConfigureAwait(false);
        await trial.One.CommitAsync(await trial.One.ClaimOneAsync().ConfigureAwait(false), finish).ConfigureAwait(false);
        return id;
    }

    private static Task<PurgedContent> PurgeAsync(MailTrial trial, ContentLimits limits) =>
        trial.Store.Retention.PurgeContentAsync(limits, 100, trial.Cancellation).AsTask();

    private static async Task ExpectOctetsAsync(MailTrial trial, long id, bool areThere)
    {
        using var content = await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false);
        Expect.That(content is not null == areThere, areThere ? $"no octets of the row {id}, which must keep them." : $"octets of the row {id} that were to be purged.");
    }
}
