using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about what a commit does, and from where.</summary>
internal static class TransitionDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "trims the engine's words",
            _ => SpoilMail.Commits<DecisionCommit>(decision => decision with { Decision = decision.Decision.Trim(), Trace = decision.Trace.Trim('"', '\n') + "." }),
            "A_decision_and_its_result_are_kept_word_for_word_under_one_claim"),
        new(
            "keeps the operation of a decision that was given up",
            world => new()
            {
                CommitRow = async (made, next, _) => await next(made.Commit is GiveUpCommit giveUp
                    ? (made.Claim, giveUp with { OperationId = (await world.RowAsync(made.Claim.Entry.Id)).OperationId })
                    : made),
            },
            "A_decision_given_up_leaves_a_new_operation_and_one_more_conflict"),
        new(
            "forgets the decision with a release",
            _ => new()
            {
                CommitRow = async (made, next, _) =>
                {
                    if (made.Commit is ReleaseCommit release)
                    {
                        await next((made.Claim, new GiveUpCommit(made.Claim.Entry.OperationId, release.Trace)));
                    }

                    return await next(made);
                },
            },
            "A_release_keeps_the_state_and_what_was_committed"),
        new(
            "starts each wait anew",
            world =>
            {
                var since = new ConcurrentDictionary<long, DateTimeOffset>();
                return new()
                {
                    CommitRow = (made, next, _) =>
                    {
                        since[made.Claim.Entry.Id] = world.Clock.GetUtcNow();
                        return next(made);
                    },
                    FindRows = async (query, next, _) =>
                        [.. (await next(query)).Select(row => row.WaitingSince is null ? row : row with { WaitingSince = since[row.Id] })],
                };
            },
            "Waiting_is_remembered_from_its_start_and_ends_with_a_release_that_does_not_wait"),
        new(
            "forgets conflicts with every release",
            _ => SpoilMail.Commits<ReleaseCommit>(release => release with { ResetConflicts = true }),
            "A_release_resets_the_conflicts_only_when_told_to"),
        new(
            "takes a result without a decision",
            _ => Detouring<ResultCommit>((claim, _) => [MailDecision(claim)]),
            "A_result_or_a_giving_up_needs_a_decision"),
        new(
            "decides over a decision",
            _ => Detouring<DecisionCommit>((claim, _) => [new GiveUpCommit(claim.Entry.OperationId, "over")]),
            "A_committed_decision_is_not_replaced"),
        new(
            "takes a second result",
            _ => new()
            {
                CommitRow = async (made, next, _) =>
                {
                    var result = await next(made);
                    return made.Commit is ResultCommit ? CommitResult.Committed : result;
                },
            },
            "A_committed_result_is_not_replaced"),
        new(
            "finishes only what was applied",
            world => new()
            {
                CommitRow = async (made, next, _) =>
                    made.Commit is FinishCommit && (await world.RowAsync(made.Claim.Entry.Id)).State != JournalState.Applied
                        ? CommitResult.ClaimLost
                        : await next(made),
            },
            "A_row_can_be_finished_from_every_state"),
    ];

    private static DecisionCommit MailDecision(JournalClaim claim) => new($"none for {claim.Entry.Id}", "none", []);

    /// <summary>When a commit is refused, makes others first that open the way to it.</summary>
    private static MailTampering Detouring<TCommit>(Func<JournalClaim, TCommit, IEnumerable<JournalCommit>> detour)
        where TCommit : JournalCommit => new()
        {
            CommitRow = async (made, next, _) =>
            {
                var result = await next(made);
                if (result.Status != CommitStatus.ClaimLost || made.Commit is not TCommit commit)
                {
                    return result;
                }

                foreach (var step in detour(made.Claim, commit))
                {
                    await next((made.Claim, step));
                }

                return await next(made);
            },
        };
}
