using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Testing.Conformance.Contacts;

/// <summary>What <see cref="IContactWriter"/> adds; without one these rules do not apply.</summary>
internal static class WriterRules
{
    public static IReadOnlyList<Rule<ContactTrial>> All { get; } =
    [
        new(
            "Saving_the_same_again_changes_nothing",
            "The host may save its people at every start; an address that is named twice is one.",
            async trial =>
            {
                await trial.Writer.SaveAsync(ContactTrial.Known, trial.Cancellation).ConfigureAwait(false);
                await trial.Writer.SaveAsync(ContactTrial.Known with { OtherAddresses = [ContactTrial.Home, ContactTrial.Ann, ContactTrial.Home] }, trial.Cancellation).ConfigureAwait(false);
                await trial.ExpectAsync(ContactTrial.Known, ContactTrial.Home, "after they were saved twice").ConfigureAwait(false);
            }),
        new(
            "Saving_anew_takes_the_place_of_all_that_was_known",
            "What the new contact does not say is gone, an address that is not among its addresses too.",
            async trial =>
            {
                await trial.Writer.SaveAsync(ContactTrial.Known, trial.Cancellation).ConfigureAwait(false);
                var bare = new Contact(ContactTrial.Ann, ContactRole.Requester);
                await trial.Writer.SaveAsync(bare, trial.Cancellation).ConfigureAwait(false);
                await trial.ExpectAsync(bare, ContactTrial.Ann, "after they were saved anew").ConfigureAwait(false);
                await trial.ExpectNobodyAsync(ContactTrial.Home, "after it was taken from its person").ConfigureAwait(false);
            }),
        new(
            "Who_was_made_by_a_mail_becomes_who_is_saved",
            "The main address names the person: saving a technician who has written before gives that person the role, and makes no second one.",
            async trial =>
            {
                await trial.CreateAsync(ContactTrial.Ann).ConfigureAwait(false);
                await trial.Writer.SaveAsync(ContactTrial.Known, trial.Cancellation).ConfigureAwait(false);
                await trial.CreateAsync(ContactTrial.Home).ConfigureAwait(false);
                await trial.ExpectAsync(ContactTrial.Known, ContactTrial.Ann, "after they were made, and then saved").ConfigureAwait(false);
            }),
        new(
            "An_address_of_somebody_else_is_refused_and_nothing_is_changed",
            "Throw ArgumentException where an address, main or further, is another person's, and leave both as they are: all addresses in one transaction.",
            async trial =>
            {
                var bob = new Contact(ContactTrial.Bob, ContactRole.Requester) { Company = "Elsewhere" };
                await trial.Writer.SaveAsync(ContactTrial.Known, trial.Cancellation).ConfigureAwait(false);
                await trial.Writer.SaveAsync(bob, trial.Cancellation).ConfigureAwait(false);
                foreach (var greedy in new[] { bob with { Role = ContactRole.Technician, OtherAddresses = [ContactTrial.Home] }, new Contact(ContactTrial.Home, ContactRole.Administrator) })
                {
                    await ExpectRefusedAsync(() => trial.Writer.SaveAsync(greedy, trial.Cancellation).AsTask()).ConfigureAwait(false);
                }

                await trial.ExpectAsync(bob, ContactTrial.Bob, "after the refusal").ConfigureAwait(false);
                await trial.ExpectAsync(ContactTrial.Known, ContactTrial.Home, "after the refusal").ConfigureAwait(false);
            }),
        new(
            "Saves_at_once_leave_one_whole_person",
            "Several processes save the same person at once, each with other words: one of them stands whole in the end, and none fails.",
            async trial =>
            {
                var first = trial.Writer;
                var second = (IContactWriter)await trial.OpenSecondAsync().ConfigureAwait(false);
                Contact[] versions = [.. Enumerable.Range(0, 12).Select(i => ContactTrial.Known with { Company = $"Company {i}", Location = $"Place {i}" })];
                await Crowd.RunAsync(versions.Length, async i =>
                {
                    await (i % 2 == 0 ? first : second).SaveAsync(versions[i], trial.Cancellation).ConfigureAwait(false);
                    return i;
                }).ConfigureAwait(false);
                var left = ContactTrial.Show(await trial.FoundAsync(ContactTrial.Home, "after many saved them at once").ConfigureAwait(false));
                Expect.That(versions.Select(ContactTrial.Show).Contains(left, StringComparer.Ordinal), $"a person whom nobody saved: {left.ReplaceLineEndings("; ")}");
            }),
    ];

    private static async Task ExpectRefusedAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return;
        }

        throw new ConformanceException("one address that two people have.");
    }
}
