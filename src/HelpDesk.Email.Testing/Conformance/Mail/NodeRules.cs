using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Names of processes, and what a process finds that comes back.</summary>
internal static class NodeRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Names_are_unique_among_the_living",
            "A name that a living process has gets -2, -3 and so on; guard it by a lock that dies with the process (a locked file, an advisory lock).",
            async trial =>
            {
                var second = await trial.JoinSecondAsync("one").ConfigureAwait(false);
                var third = await trial.JoinSecondAsync("one").ConfigureAwait(false);
                Expect.SameList(["one", "one-2", "one-3"], [trial.One.Node, second.Node, third.Node], "The names");
            }),
        new(
            "A_name_whose_process_left_is_given_again",
            "Disposing a node frees its name at once.",
            async trial =>
            {
                var second = await trial.JoinSecondAsync("one").ConfigureAwait(false);
                await trial.JoinSecondAsync("one").ConfigureAwait(false);
                await second.LeaveAsync().ConfigureAwait(false);
                Expect.Same("one-2", (await trial.JoinSecondAsync("one").ConfigureAwait(false)).Node, "The name");
            }),
        new(
            "A_name_whose_process_died_is_given_again",
            "The lock that guards a name dies with its process; a table of names alone does not do it.",
            async trial =>
            {
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
            }),
        new(
            "Names_asked_for_at_once_differ",
            "Take the name in one step with looking whether it is free.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var nodes = await Crowd.RunAsync(
                    6, async i => await (i % 2 == 0 ? trial.Store : two.Store).JoinAsync("crowd", trial.Cancellation).ConfigureAwait(false)).ConfigureAwait(false);
                string[] names = [.. nodes.Select(node => node.Name).Order(StringComparer.Ordinal)];
                foreach (var node in nodes)
                {
                    await node.DisposeAsync().ConfigureAwait(false);
                }

                Expect.SameList(["crowd", "crowd-2", "crowd-3", "crowd-4", "crowd-5", "crowd-6"], names, "The names");
            }),
        new(
            "A_node_that_comes_back_takes_its_rows_back_at_once_as_attempts_that_ended",
            "On joining, end the claims of rows under that name as if their leases had ended: set back by 1 second, not counted if shared, claimed alone.",
            async trial =>
            {
                await trial.AddAsync(2).ConfigureAwait(false);
                var old = await trial.One.ClaimAsync().ConfigureAwait(false);
                Expect.Same(2, old.Count, "The number of rows claimed together");
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("right after the restart").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                for (var i = 0; i < 2; i++)
                {
                    var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                    Expect.Same(true, claim.Alone, "Alone");
                    Expect.Same(1, claim.Entry.Attempts, "The attempts");
                    Expect.That(claim.Fence > old[i].Fence, $"the fence {claim.Fence} after {old[i].Fence}.");
                }

                foreach (var claim in old)
                {
                    await trial.ExpectRefusedAsync(claim, MailTrial.Decision(), "under a claim from before the restart").ConfigureAwait(false);
                }
            }),
        new(
            "A_node_that_comes_back_takes_its_mails_and_events_back_at_once",
            "On joining, end the claims of mails and events under that name: a mail in Sending is handed out in doubt, an event is told again.",
            async trial =>
            {
                await trial.AddAndFinishAsync(FinishRules.Full(trial)).ConfigureAwait(false);
                var mail = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(mail, new SendingCommit()).ConfigureAwait(false);
                var hostEvent = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming one event");
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);

                var mailAgain = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(true, mailAgain.InDoubt, "InDoubt of the mail");
                Expect.Same(false, await trial.One.TryCommitAsync(mail, new HoldCommit(trial.Past, "late")).ConfigureAwait(false), "The answer under the old claim of the mail");
                var eventAgain = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming the event after the restart");
                Expect.Same(2, eventAgain.Attempts, "The attempts of the event");
                Expect.Same(false, await trial.One.TryCompleteAsync(hostEvent).ConfigureAwait(false), "The answer under the old claim of the event");
            }),
        new(
            "A_node_that_joins_leaves_the_claims_of_other_nodes",
            "Only claims under the very name that joins are ended.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await trial.AddAsync(1).ConfigureAwait(false);
                var claim = await two.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.LeaveAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                await trial.JoinSecondAsync("three").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("that another node holds").ConfigureAwait(false);
                await two.CommitAsync(claim, MailTrial.Finish()).ConfigureAwait(false);
            }),
    ];
}
