namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>Whatever becomes of a process, the conversation ends as it would have: nothing lost, nothing doubled, nothing half-written.</summary>
internal static class ProcessRules
{
    private const int NewMail = 0;
    private const int Reply = 1;
    private const int Answer = 2;

    public static IReadOnlyList<Rule<DeskTrial>> All { get; } =
    [
        new(
            "A_crash_anywhere_while_a_mail_becomes_a_ticket_loses_and_doubles_nothing",
            "The engine dies between any two commits, and asks again when it is back: what a store answered is stored by then, and a known OperationId gives its recorded result.",
            trial => DieAsync(trial, NewMail)),
        new(
            "A_crash_anywhere_while_a_reply_joins_its_ticket_loses_and_doubles_nothing",
            "A change of a ticket that is there is asked for again too: one entry, with its file, whoever asks how often.",
            trial => DieAsync(trial, Reply)),
        new(
            "A_crash_anywhere_while_an_agent_answers_loses_and_doubles_nothing",
            "An answer is one entry and one mail; what went out twice, because nobody knew, is the very same mail.",
            trial => DieAsync(trial, Answer)),
        new(
            "A_crash_within_a_change_leaves_all_of_it_or_nothing",
            "Ticket, entry, files and the result of the operation are one commit: a process that dies while a file is read leaves nothing of the change, not even that it was known.",
            async trial =>
            {
                foreach (var part in new[] { NewMail, Reply })
                {
                    await trial.DieEverywhereAsync(part, (death, ordinal) => death.ArmRead(ordinal)).ConfigureAwait(false);
                }
            }),
        new(
            "A_worker_that_was_given_up_and_goes_on_changes_nothing",
            "A process that was paused for longer than its leases does not know that another one has done its work: fences shut it out of the mail store, and the ticket store knows its operation.",
            async trial =>
            {
                foreach (var part in new[] { NewMail, Reply, Answer })
                {
                    ExpectPlaces(await trial.PauseEverywhereAsync(part).ConfigureAwait(false));
                }
            }),
    ];

    private static async Task DieAsync(DeskTrial trial, int part) =>
        ExpectPlaces(await trial.DieEverywhereAsync(part, (death, ordinal) => death.ArmPlace(ordinal)).ConfigureAwait(false));

    // The engine tells of its places; without them nothing was proven.
    private static void ExpectPlaces(int places) => Expect.That(places >= 8, $"{places} places at which the engine could have died.");
}
