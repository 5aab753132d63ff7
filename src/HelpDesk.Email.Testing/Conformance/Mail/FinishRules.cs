using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>A row is finished with all that follows from it, or not at all.</summary>
internal static class FinishRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_finish_writes_the_row_with_all_that_follows",
            "Outcome, trace, ticket and copy, the message index, the mails with their octets and the events are all there when the commit returns.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit("applied")).ConfigureAwait(false);
                var before = trial.Now;
                var finish = Full(trial) with { DuplicateOf = claim.Entry.Id };
                await trial.One.CommitAsync(claim, finish).ConfigureAwait(false);

                var row = await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false);
                Expect.Same(JournalState.Finished, row.State, "The state");
                Expect.Same(JournalOutcome.Created, row.Outcome, "The outcome");
                Expect.Same("finished", row.Trace, "The trace");
                Expect.Same("1000", row.Ticket, "The ticket");
                Expect.Same(claim.Entry.Id, row.DuplicateOf, "The row it is a copy of");
                Expect.Same("applied", row.Result, "The result");
                Expect.That(row.FinishedAt >= before.AddSeconds(-5) && row.FinishedAt <= trial.Now.AddSeconds(5), $"the finishing time '{row.FinishedAt:O}'.");
                await ExpectFollowedAsync(trial, claim.Entry.Id, finish).ConfigureAwait(false);
            }),
        new(
            "A_refused_finish_writes_nothing_of_what_follows",
            "Check the claim in the transaction that writes index, mails, events and throttle counts: a worker that lost its claim adds none of them.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("right after its lease ended").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                var present = await trial.One.ClaimOneAsync().ConfigureAwait(false);

                var limit = new ThrottleLimit("auto:ann@example.test", 1, TimeSpan.FromHours(1));
                await trial.ExpectRefusedAsync(claim, Full(trial, limit), "under an older claim").ConfigureAwait(false);
                await ExpectNothingFollowedAsync(trial, claim.Entry.Id).ConfigureAwait(false);

                await trial.One.CommitAsync(present, Full(trial, limit)).ConfigureAwait(false);
                var mail = Expect.One(await trial.MailsAsync(claim.Entry.Id).ConfigureAwait(false), "The mails after the finish that stood");
                Expect.Same(OutboxState.Ready, mail.State, "The state of the first mail that counts");
            }),
        new(
            "A_finish_whose_mail_breaks_off_writes_nothing",
            "When the octets of a mail can't be read let the exception out and write nothing: the row keeps its state and its claim, and may be finished again.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit("applied")).ConfigureAwait(false);
                var before = await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false);
                var octets = new GeneratedOctets(seed: 40, length: 2_000_000);
                var finish = Full(trial);
                var breaking = finish.Outbox[0] with
                {
                    Content = new GeneratedContent(octets, position => { if (position > 1_000_000) { throw new IOException("The octets broke off."); } }),
                };
                await Expect.ThrowsAsync(
                    () => trial.One.TryCommitAsync(claim, finish with { Outbox = [finish.Outbox[0], breaking] }),
                    "a finish that stood although the octets of a mail could not be read.").ConfigureAwait(false);
                Expect.Same(Shown.Of(before), Shown.Of(await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)), "The row after the finish that broke off");
                await ExpectNothingFollowedAsync(trial, claim.Entry.Id).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, finish).ConfigureAwait(false);
                await ExpectFollowedAsync(trial, claim.Entry.Id, finish).ConfigureAwait(false);
            }),
        new(
            "Of_finishes_at_once_under_one_claim_one_stands",
            "A finish ends the claim: a second one, even at once with it, answers ClaimLost and adds no mail.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var results = await Crowd.RunAsync(6, _ => trial.One.TryCommitAsync(claim, Full(trial))).ConfigureAwait(false);
                Expect.Same(1, results.Count(result => result.Status == CommitStatus.Committed), "The number of finishes that stood");
                Expect.Same(5, results.Count(result => result.Status == CommitStatus.ClaimLost), "The number of answers ClaimLost");
                Expect.One(await trial.MailsAsync(claim.Entry.Id).ConfigureAwait(false), "The mails that follow from the row");
            }),
    ];

    /// <summary>A finish with an index entry, a mail and an event.</summary>
    public static FinishCommit Full(MailTrial trial, params ThrottleLimit[] limits) => MailTrial.Finish() with
    {
        Index = [new IndexedMessage("<in@sender.example>", "1000"), new IndexedMessage("<out@helpdesk.example>", "1000")],
        Outbox = [trial.Mail(limits)],
        Events = [new NewHostEvent(Guid.NewGuid(), "TicketCreated", "1000", "{\"payload\":1}")],
    };

    /// <summary>Expects what <see cref="Full"/> brings along.</summary>
    public static async Task ExpectFollowedAsync(MailTrial trial, long journalId, FinishCommit finish)
    {
        var indexed = await trial.Store.MessageIndex
            .FindAsync([.. finish.Index.Select(message => message.MessageId)], trial.Cancellation).ConfigureAwait(false);
        Expect.SameList(
            finish.Index.OrderBy(message => message.MessageId, StringComparer.Ordinal),
            indexed.OrderBy(message => message.MessageId, StringComparer.Ordinal),
            "The indexed messages");

        var mail = Expect.One(await trial.MailsAsync(journalId).ConfigureAwait(false), "The mails that follow from the row");
        Expect.Same(finish.Outbox[0].MessageId, mail.MessageId, "The Message-ID of the mail");
        using var content = Expect.Present(await trial.Store.Outbox.OpenContentAsync(mail.Id, trial.Cancellation).ConfigureAwait(false), "The octets of the mail");
        Expect.Same(finish.Outbox[0].Content!.Hash, content.Hash, "The hash of the mail");

        var told = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "The events that follow from the row");
        Expect.Same(finish.Events[0], told.Event, "The event");
    }

    private static async Task ExpectNothingFollowedAsync(MailTrial trial, long journalId)
    {
        var indexed = await trial.Store.MessageIndex.FindAsync(["<in@sender.example>", "<out@helpdesk.example>"], trial.Cancellation).ConfigureAwait(false);
        Expect.Same(0, indexed.Count, "The number of indexed messages");
        Expect.Same(0, (await trial.MailsAsync(journalId).ConfigureAwait(false)).Count, "The number of mails");
        Expect.Same(0, (await trial.One.ClaimEventsAsync().ConfigureAwait(false)).Count, "The number of events");
    }
}
