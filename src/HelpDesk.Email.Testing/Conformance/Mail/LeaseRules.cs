using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>One holder at a time, for a while.</summary>
internal static class LeaseRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_lease_has_one_holder",
            "While a lease lives another node gets null; another name is another lease.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var lease = Expect.Present(await AcquireAsync(trial, trial.One).ConfigureAwait(false), "A lease that is free");
                Expect.Same("mailbox/support", lease.Name, "The name");
                Expect.Same(trial.One.Node, lease.Node, "The node");
                Expect.Same(null, await AcquireAsync(trial, two).ConfigureAwait(false), "A lease that another node holds");
                Expect.Present(await AcquireAsync(trial, two, "mailbox/sales").ConfigureAwait(false), "Another lease");
            }),
        new(
            "A_node_takes_a_lease_again_that_it_holds",
            "The holder gets its lease again, lengthened: a node that was restarted goes on at once.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var first = Expect.Present(await AcquireAsync(trial, trial.One).ConfigureAwait(false), "A lease that is free");
                await trial.PassAsync(MailTrial.LeaseTime * 0.7).ConfigureAwait(false);
                var second = Expect.Present(await AcquireAsync(trial, trial.One).ConfigureAwait(false), "The lease for who holds it");
                Expect.That(second.Fence >= first.Fence, $"the fence {second.Fence} after {first.Fence}.");
                await trial.PassAsync(MailTrial.LeaseTime * 0.7).ConfigureAwait(false);
                Expect.Same(null, await AcquireAsync(trial, two).ConfigureAwait(false), "A lease that was taken again by its holder");
                Expect.That(await RenewAsync(trial, second).ConfigureAwait(false), "a renewal refused to the holder.");
            }),
        new(
            "A_lease_that_ended_goes_to_another_under_a_greater_fence",
            "After its end anybody gets the lease; the fence grows with the change of hands, and the former holder's renewal answers false.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var old = Expect.Present(await AcquireAsync(trial, trial.One).ConfigureAwait(false), "A lease that is free");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var present = Expect.Present(await AcquireAsync(trial, two).ConfigureAwait(false), "A lease that ended");
                Expect.That(present.Fence > old.Fence, $"the fence {present.Fence} after {old.Fence}.");
                Expect.Same(false, await RenewAsync(trial, old).ConfigureAwait(false), "The renewal by the former holder");
                Expect.Same(true, await RenewAsync(trial, present).ConfigureAwait(false), "The renewal by the present holder");
            }),
        new(
            "A_renewed_lease_is_not_taken",
            "RenewAsync sets the end to now plus the length given.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var lease = Expect.Present(await AcquireAsync(trial, trial.One).ConfigureAwait(false), "A lease that is free");
                for (var i = 0; i < 2; i++)
                {
                    await trial.PassAsync(MailTrial.LeaseTime * 0.7).ConfigureAwait(false);
                    Expect.Same(true, await RenewAsync(trial, lease).ConfigureAwait(false), "The renewal");
                    Expect.Same(null, await AcquireAsync(trial, two).ConfigureAwait(false), "A lease that was renewed");
                }
            }),
        new(
            "A_released_lease_is_free_at_once_and_only_for_its_holder_to_release",
            "Releasing frees the lease; releasing one that changed hands does nothing. A released lease is not renewed.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var first = Expect.Present(await AcquireAsync(trial, trial.One).ConfigureAwait(false), "A lease that is free");
                await trial.Store.Leases.ReleaseAsync(first, trial.Cancellation).ConfigureAwait(false);
                Expect.Same(false, await RenewAsync(trial, first).ConfigureAwait(false), "The renewal of a released lease");
                var second = Expect.Present(await AcquireAsync(trial, two).ConfigureAwait(false), "A lease that was released");
                Expect.That(second.Fence > first.Fence, $"the fence {second.Fence} after {first.Fence}.");
                await trial.Store.Leases.ReleaseAsync(first, trial.Cancellation).ConfigureAwait(false);
                Expect.Same(null, await AcquireAsync(trial, trial.One).ConfigureAwait(false), "A lease that its former holder released");
                Expect.Same(true, await RenewAsync(trial, second).ConfigureAwait(false), "The renewal by the present holder");
            }),
        new(
            "Of_nodes_that_ask_at_once_one_gets_the_lease",
            "Take a lease in one step with looking at it.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                for (var round = 0; round < 10; round++)
                {
                    var name = $"mailbox/{round}";
                    var answers = await Crowd.RunAsync(8, i => AcquireAsync(trial, i % 2 == 0 ? trial.One : two, name)).ConfigureAwait(false);
                    Expect.Same(1, answers.OfType<Lease>().Select(lease => lease.Node).Distinct().Count(), "The number of nodes that got the lease");
                }
            }),
    ];

    private static Task<Lease?> AcquireAsync(MailTrial trial, MailWorker worker, string name = "mailbox/support") =>
        worker.Store.Leases.TryAcquireAsync(name, worker.Node, MailTrial.LeaseTime, trial.Cancellation).AsTask();

    private static Task<bool> RenewAsync(MailTrial trial, Lease lease) =>
        trial.Store.Leases.RenewAsync(lease, MailTrial.LeaseTime, trial.Cancellation).AsTask();
}
