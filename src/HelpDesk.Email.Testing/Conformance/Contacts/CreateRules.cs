using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance.Contacts;

/// <summary>People who are made known by their first mail.</summary>
internal static class CreateRules
{
    private const int Callers = 16;

    public static IReadOnlyList<Rule<ContactTrial>> All { get; } =
    [
        new(
            "An_address_makes_an_active_requester_who_did_not_register",
            "CreateAsync makes a person with the address and name as they are, with the role Requester, active, not registered, and gives what FindAsync gives from then on.",
            async trial =>
            {
                var expected = new Contact(ContactTrial.Ann, ContactRole.Requester);
                Expect.Same(ContactTrial.Show(expected), ContactTrial.Show(await trial.CreateAsync(ContactTrial.Ann).ConfigureAwait(false)), "The person who was made");
                await trial.ExpectAsync(expected, ContactTrial.Ann, "after they were made").ConfigureAwait(false);
            }),
        new(
            "Creating_again_gives_who_is_there",
            "A known address makes nobody, whatever its case, and changes nothing: a name in a later mail does not rename the person.",
            async trial =>
            {
                var made = await trial.CreateAsync(ContactTrial.Ann).ConfigureAwait(false);
                var again = await trial.CreateAsync(EmailAddress.Create("ANN@work.TEST", "Somebody else")).ConfigureAwait(false);
                Expect.Same(ContactTrial.Show(made), ContactTrial.Show(again), "The person who was made twice");
                await trial.ExpectAsync(made, ContactTrial.Ann, "after they were made twice").ConfigureAwait(false);
            }),
        new(
            "Any_address_of_a_known_person_makes_nobody",
            "CreateAsync looks through all addresses, the further ones too: a technician who writes from home stays the technician.",
            async trial =>
            {
                await trial.SaveAsync(ContactTrial.Known).ConfigureAwait(false);
                foreach (var address in new[] { ContactTrial.Ann, ContactTrial.Home })
                {
                    Expect.Same(ContactTrial.Show(ContactTrial.Known), ContactTrial.Show(await trial.CreateAsync(address).ConfigureAwait(false)), $"The person given for '{address}'");
                    await trial.ExpectAsync(ContactTrial.Known, address, "after it was created").ConfigureAwait(false);
                }
            }),
        new(
            "Creating_at_once_makes_one_person",
            "Several workers read mails of one new sender at once: let a unique key on EmailAddress.Key decide and give everybody who was first, without an error.",
            async trial =>
            {
                var second = await trial.OpenSecondAsync().ConfigureAwait(false);
                for (var round = 0; round < 4; round++)
                {
                    var of = round;
                    var made = await Crowd.RunAsync(Callers, i => (i % 2 == 0 ? trial.Directory : second)
                        .CreateAsync(EmailAddress.Create($"{(i % 3 == 0 ? "new" : "NEW")}{of}@work.test", $"Caller {i}"), trial.Cancellation).AsTask()).ConfigureAwait(false);
                    Expect.Same(1, made.Select(ContactTrial.Show).Distinct(StringComparer.Ordinal).Count(), $"The number of different people whom {Callers} callers at once were given for one address");
                    await trial.ExpectAsync(made[0], EmailAddress.Create($"new{of}@work.test"), "after many made them at once").ConfigureAwait(false);
                }
            }),
        new(
            "A_second_process_sees_a_person_at_once",
            "Write before CreateAsync returns and read what is written: no cache that another process does not know of.",
            async trial =>
            {
                var second = await trial.OpenSecondAsync().ConfigureAwait(false);
                Expect.That(await second.FindAsync(ContactTrial.Ann, trial.Cancellation).ConfigureAwait(false) is null, "a person whom nobody made.");
                var made = await trial.CreateAsync(ContactTrial.Ann).ConfigureAwait(false);
                var seen = Expect.Present(await second.FindAsync(ContactTrial.Ann, trial.Cancellation).ConfigureAwait(false), "The person as another process sees them");
                Expect.Same(ContactTrial.Show(made), ContactTrial.Show(seen), "The person as another process sees them");
            }),
        new(
            "Who_was_made_or_saved_is_there_after_a_crash",
            "Return after the commit: ticket and contact must not part.",
            async trial =>
            {
                var made = await trial.CreateAsync(ContactTrial.Bob).ConfigureAwait(false);
                await trial.SaveAsync(ContactTrial.Known).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.ExpectAsync(made, ContactTrial.Bob, "after the crash").ConfigureAwait(false);
                await trial.ExpectAsync(ContactTrial.Known, ContactTrial.Home, "after the crash").ConfigureAwait(false);
            }),
        new(
            "A_call_that_is_cancelled_makes_nobody",
            "With a token that is cancelled already CreateAsync throws OperationCanceledException, and makes nobody; the next call is as if it had not been.",
            async trial =>
            {
                var isCancelled = await Expect.IsCancelledAsync(
                    () => trial.Directory.CreateAsync(ContactTrial.Ann, new CancellationToken(canceled: true)).AsTask()).ConfigureAwait(false);
                Expect.That(isCancelled, "a call that ran under a cancelled token.");
                await trial.ExpectNobodyAsync(ContactTrial.Ann, "after the cancelled call").ConfigureAwait(false);
                await trial.CreateAsync(ContactTrial.Ann).ConfigureAwait(false);
            }),
        new(
            "A_call_that_is_cancelled_midway_makes_a_whole_person_or_nobody",
            "Person and address are written in one transaction, whenever the token is cancelled; a repeat gives one person.",
            async trial =>
            {
                for (var i = 0; i < Midway.Moments; i++)
                {
                    var address = EmailAddress.Create($"midway{i}@work.test", "Midway");
                    await Midway.CancelAsync(i, token => trial.Directory.CreateAsync(address, token).AsTask(), trial.Cancellation).ConfigureAwait(false);
                    var whole = new Contact(address, ContactRole.Requester);
                    if (await trial.FindAsync(address).ConfigureAwait(false) is { } left)
                    {
                        Expect.Same(ContactTrial.Show(whole), ContactTrial.Show(left), "The person whom a cancelled call left");
                    }

                    Expect.Same(ContactTrial.Show(whole), ContactTrial.Show(await trial.CreateAsync(address).ConfigureAwait(false)), "The person whom the repeat gave");
                }
            }),
    ];
}
