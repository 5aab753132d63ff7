using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What is remembered of mailboxes.</summary>
internal static class MailboxStateRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_mailbox_has_no_state_before_the_first_one_is_written",
            "Answer null, not an empty state: the source begins anew then.",
            async trial =>
            {
                await trial.Store.Mailboxes.WriteAsync("sales", new MailboxState("cursor", null, 0), trial.Cancellation).ConfigureAwait(false);
                var state = await trial.Store.Mailboxes.ReadAsync("support", trial.Cancellation).ConfigureAwait(false);
                Expect.Same(null, state, "The state");
            }),
        new(
            "A_mailbox_state_replaces_the_one_before",
            "Store each field as it is, null too, for each mailbox by itself; cursors may be long.",
            async trial =>
            {
                var states = new[]
                {
                    new MailboxState(null, null, 3),
                    new MailboxState(new string('概', 100_000), trial.Now, 0),
                    new MailboxState(string.Empty, trial.Past, 7),
                };
                await trial.Store.Mailboxes.WriteAsync("sales", states[0], trial.Cancellation).ConfigureAwait(false);
                foreach (var state in states)
                {
                    await trial.Store.Mailboxes.WriteAsync("support", state, trial.Cancellation).ConfigureAwait(false);
                    Expect.Same(state, await trial.Store.Mailboxes.ReadAsync("support", trial.Cancellation).ConfigureAwait(false), "The state");
                }

                Expect.Same(states[0], await trial.Store.Mailboxes.ReadAsync("sales", trial.Cancellation).ConfigureAwait(false), "The state of the other mailbox");
            }),
    ];
}
