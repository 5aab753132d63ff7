using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Two copies of one mail can't both change a ticket.</summary>
internal static class ReservationRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_reservation_of_an_unfinished_row_refuses_the_decision",
            "Answer ReservationTaken with the row that has it, and write nothing, no other reservation either; the claim goes on.",
            async trial =>
            {
                var holder = await trial.AddAndDecideAsync("a", "b").ConfigureAwait(false);
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await ExpectTakenAsync(trial, claim, holder.Entry.Id, JournalState.Decided, "x", "b").ConfigureAwait(false);

                var third = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(third, MailTrial.Decision("x")).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision("y")).ConfigureAwait(false);
            }),
        new(
            "A_reservation_stays_while_its_row_waits_in_between",
            "A release and a result leave the reservations of the standing decision.",
            async trial =>
            {
                var holder = await trial.AddAndDecideAsync("a").ConfigureAwait(false);
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(holder, new ResultCommit("applied")).ConfigureAwait(false);
                await ExpectTakenAsync(trial, claim, holder.Entry.Id, JournalState.Applied, "a").ConfigureAwait(false);
                await trial.One.CommitAsync(holder, new ReleaseCommit(trial.Now.AddHours(1), Counted: true, "later")).ConfigureAwait(false);
                await ExpectTakenAsync(trial, claim, holder.Entry.Id, JournalState.Applied, "a").ConfigureAwait(false);
            }),
        new(
            "A_reservation_stays_with_a_finished_row",
            "A copy that comes later finds the finished row and becomes its duplicate: keep reservations after the finish.",
            async trial =>
            {
                var holder = await trial.AddAndDecideAsync("a").ConfigureAwait(false);
                await trial.One.CommitAsync(holder, new ResultCommit("applied")).ConfigureAwait(false);
                await trial.One.CommitAsync(holder, MailTrial.Finish()).ConfigureAwait(false);
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await ExpectTakenAsync(trial, claim, holder.Entry.Id, JournalState.Finished, "a").ConfigureAwait(false);
            }),
        new(
            "A_decision_given_up_frees_its_reservations",
            "GiveUp takes the reservations with the decision.",
            async trial =>
            {
                var holder = await trial.AddAndDecideAsync("a", "b").ConfigureAwait(false);
                await trial.One.CommitAsync(holder, new GiveUpCommit(Guid.NewGuid(), "given up")).ConfigureAwait(false);
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision("b", "a")).ConfigureAwait(false);
                await ExpectTakenAsync(trial, holder, claim.Entry.Id, JournalState.Decided, "a").ConfigureAwait(false);
            }),
        new(
            "A_decision_without_reservations_takes_and_minds_none",
            "A decision that changes no ticket has no reservations, and stands whatever others reserved.",
            async trial =>
            {
                await trial.AddAndDecideAsync("a").ConfigureAwait(false);
                await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.AddAndDecideAsync().ConfigureAwait(false);
            }),
        new(
            "Of_decisions_at_once_on_one_reservation_one_stands",
            "Let a unique key decide; the others answer ReservationTaken with the row that won.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await trial.AddAsync(8).ConfigureAwait(false);
                var first = await trial.One.ClaimAsync(4).ConfigureAwait(false);
                var second = await two.ClaimAsync(4).ConfigureAwait(false);
                JournalClaim[] claims = [.. first, .. second];
                Expect.Same(8, claims.Length, "The number of rows claimed");
                var results = await Crowd.RunAsync(
                    8, i => (i < 4 ? trial.One : two).TryCommitAsync(claims[i], MailTrial.Decision("a", $"own:{i}"))).ConfigureAwait(false);
                Expect.Same(1, results.Count(result => result.Status == CommitStatus.Committed), "The number of decisions that stood");
                Expect.Same(7, results.Count(result => result.Status == CommitStatus.ReservationTaken), "The number of answers ReservationTaken");
                var winner = claims.Zip(results).Single(pair => pair.Second.Status == CommitStatus.Committed).First.Entry.Id;
                Expect.That(
                    results.All(result => result.Status == CommitStatus.Committed || result.Holder?.Id == winner),
                    "an answer that names another row than the one whose decision stood.");
            }),
    ];

    private static async Task ExpectTakenAsync(MailTrial trial, JournalClaim claim, long holder, JournalState state, params string[] reservations)
    {
        var before = await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false);
        var result = await trial.One.TryCommitAsync(claim, MailTrial.Decision(reservations)).ConfigureAwait(false);
        Expect.Same(CommitStatus.ReservationTaken, result.Status, "The status of the decision");
        var named = Expect.Present(result.Holder, "The row that has the reservation");
        Expect.Same(holder, named.Id, "The row that has the reservation");
        Expect.Same(state, named.State, "The state of the row that has the reservation");
        Expect.Same(Shown.Of(before), Shown.Of(await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)), "The row whose decision was refused");
    }
}
