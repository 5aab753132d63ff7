using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about leases and about what they remember of mailboxes.</summary>
internal static class LeaseDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "gives an empty state for a mailbox it does not know",
            _ => new() { ReadState = async (mailbox, next, _) => await next(mailbox) ?? new MailboxState(null, null, 0) },
            "A_mailbox_has_no_state_before_the_first_one_is_written"),
        new(
            "cuts long cursors off",
            _ => new()
            {
                WriteState = (write, next, _) =>
                    next((write.Mailbox, write.State with { Cursor = write.State.Cursor is { Length: > 4_000 } cursor ? cursor[..4_000] : write.State.Cursor })),
            },
            "A_mailbox_state_replaces_the_one_before"),
        new(
            "has one state for all mailboxes",
            _ => new() { ReadState = (_, next, _) => next("all"), WriteState = (write, next, _) => next(("all", write.State)) },
            "A_mailbox_has_no_state_before_the_first_one_is_written",
            "A_mailbox_state_replaces_the_one_before"),
        new(
            "gives a lease to whoever asks",
            _ => new() { Acquire = async (asked, next, _) => await next(asked) ?? new Lease(asked.Name, asked.Node, 99) },
            "A_lease_has_one_holder"),
        new(
            "refuses a lease to who holds it",
            _ =>
            {
                var holders = new ConcurrentDictionary<string, string>();
                return new()
                {
                    Acquire = async (asked, next, _) =>
                    {
                        if (holders.TryGetValue(asked.Name, out var holder) && holder == asked.Node)
                        {
                            return null;
                        }

                        var lease = await next(asked);
                        holders[asked.Name] = lease?.Node ?? holder ?? string.Empty;
                        return lease;
                    },
                };
            },
            "A_node_takes_a_lease_again_that_it_holds"),
        new(
            "gives each lease the same fence",
            _ =>
            {
                var newest = new ConcurrentDictionary<(string, string), Lease>();
                return new()
                {
                    Acquire = async (asked, next, _) => await next(asked) is { } lease ? (newest[(asked.Name, asked.Node)] = lease) with { Fence = 1 } : null,
                    RenewLease = (renewal, next, _) => next((newest[(renewal.Lease.Name, renewal.Lease.Node)], renewal.Duration)),
                };
            },
            "A_lease_that_ended_goes_to_another_under_a_greater_fence"),
        new(
            "does not lengthen leases",
            _ => new() { RenewLease = (_, _, _) => Task.FromResult(true) },
            "A_renewed_lease_is_not_taken"),
        new(
            "lets anybody release a lease",
            _ =>
            {
                var newest = new ConcurrentDictionary<string, Lease>();
                return new()
                {
                    Acquire = async (asked, next, _) => await next(asked) is { } lease ? newest[asked.Name] = lease : null,
                    ReleaseLease = (lease, next, _) => next(newest[lease.Name]),
                };
            },
            "A_released_lease_is_free_at_once_and_only_for_its_holder_to_release"),
        new(
            "looks at a lease and then takes it",
            _ =>
            {
                var meeting = new Meeting();
                return new()
                {
                    Acquire = async (asked, next, _) =>
                    {
                        var isRace = await meeting.ArriveAsync(asked.Node);
                        return await next(asked) ?? (isRace ? new Lease(asked.Name, asked.Node, 99) : null);
                    },
                };
            },
            "Of_nodes_that_ask_at_once_one_gets_the_lease"),
    ];
}
