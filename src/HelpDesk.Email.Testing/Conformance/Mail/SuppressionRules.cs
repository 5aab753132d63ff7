using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Addresses that get no mail for a time.</summary>
internal static class SuppressionRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_suppressed_address_is_found_as_it_was_written_until_its_time_is_over",
            "Find gives those of the addresses that are suppressed on the store's clock, with all that was given; the others are not in the answer.",
            async trial =>
            {
                var ann = Address(trial, "ann@example.test") with { Until = trial.Now.AddSeconds(15), OutboxId = 7 };
                var umlaut = Address(trial, "dörte@example.test");
                await SuppressAsync(trial, ann, umlaut).ConfigureAwait(false);
                var found = await FindAsync(trial, "zoe@example.test", "dörte@example.test", "ann@example.test").ConfigureAwait(false);
                Expect.SameList([ann, umlaut], found, "The addresses");
                await trial.PassAsync(TimeSpan.FromSeconds(15.1)).ConfigureAwait(false);
                Expect.SameList([umlaut], await FindAsync(trial, "ann@example.test", "dörte@example.test").ConfigureAwait(false), "The addresses when the time of one is over");
            }),
        new(
            "Suppressing_again_takes_the_place_of_what_was_known",
            "One row an address.",
            async trial =>
            {
                var later = Address(trial, "ann@example.test") with { Reason = "again", Until = trial.Now.AddDays(9) };
                await SuppressAsync(trial, Address(trial, "ann@example.test"), later).ConfigureAwait(false);
                Expect.SameList([later], await FindAsync(trial, "ann@example.test").ConfigureAwait(false), "The addresses");
            }),
        new(
            "A_suppression_is_lifted_once",
            "Lift answers true for an address that was suppressed until then, and false otherwise.",
            async trial =>
            {
                await SuppressAsync(trial, Address(trial, "ann@example.test"), Address(trial, "bob@example.test")).ConfigureAwait(false);
                Expect.Same(true, await trial.Store.SuppressedAddresses.LiftAsync("ann@example.test", trial.Cancellation).ConfigureAwait(false), "The first answer");
                Expect.Same(false, await trial.Store.SuppressedAddresses.LiftAsync("ann@example.test", trial.Cancellation).ConfigureAwait(false), "The second answer");
                Expect.SameList(["bob@example.test"], (await FindAsync(trial, "ann@example.test", "bob@example.test").ConfigureAwait(false)).Select(each => each.Address), "The addresses");
            }),
        new(
            "Suppressed_addresses_are_listed_in_order_in_pages",
            "Ordinal order, those behind the one given, at most limit.",
            async trial =>
            {
                await SuppressAsync(trial, [.. new[] { "c@x.test", "a@x.test", "b@x.test", "d@x.test" }.Select(address => Address(trial, address))]).ConfigureAwait(false);
                Expect.SameList(["a@x.test", "b@x.test"], await ListAsync(trial, null, 2).ConfigureAwait(false), "The first page");
                Expect.SameList(["c@x.test", "d@x.test"], await ListAsync(trial, "b@x.test", 9).ConfigureAwait(false), "The second page");
            }),
        new(
            "A_finish_suppresses_and_lifts_with_everything_else_it_writes",
            "FinishCommit.Suppressed and Lifted are written in its transaction, and survive a crash of a durable store.",
            async trial =>
            {
                await SuppressAsync(trial, Address(trial, "bob@example.test")).ConfigureAwait(false);
                var ann = Address(trial, "ann@example.test");
                await trial.AddAndFinishAsync(MailTrial.Finish(JournalOutcome.Recorded) with { Suppressed = [ann], Lifted = ["bob@example.test", "nobody@example.test"] }).ConfigureAwait(false);
                Expect.SameList([ann], await FindAsync(trial, "ann@example.test", "bob@example.test").ConfigureAwait(false), "The addresses");
                var stale = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(stale, MailTrial.Finish()).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(stale, MailTrial.Finish() with { Lifted = ["ann@example.test"] }, "after its end").ConfigureAwait(false);
                Expect.SameList([ann], await FindAsync(trial, "ann@example.test").ConfigureAwait(false), "The addresses after a refused finish");
            }),
    ];

    private static SuppressedAddress Address(MailTrial trial, string address) => new(address, trial.Now.AddDays(1), "5.1.1 nobody 概要") { Since = trial.Now };

    private static async Task SuppressAsync(MailTrial trial, params SuppressedAddress[] addresses)
    {
        foreach (var address in addresses)
        {
            await trial.Store.SuppressedAddresses.SuppressAsync(address, trial.Cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<IEnumerable<SuppressedAddress>> FindAsync(MailTrial trial, params string[] addresses) =>
        (await trial.Store.SuppressedAddresses.FindAsync(addresses, trial.Cancellation).ConfigureAwait(false)).OrderBy(found => found.Address, StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> ListAsync(MailTrial trial, string? after, int limit) =>
        (await trial.Store.SuppressedAddresses.ListAsync(after, limit, trial.Cancellation).ConfigureAwait(false)).Select(found => found.Address);
}
