using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Scheduling;

/// <summary>Remembers in the mail store up to when each piece of scheduled work was done.</summary>
/// <remarks>It stands beside what is remembered of mailboxes, under names that no mailbox has.</remarks>
internal sealed class ScheduleMemory(IMailStore store)
{
    /// <summary>Up to when; <see langword="null"/> before the first time.</summary>
    public async ValueTask<DateTimeOffset?> ReadAsync(string what, CancellationToken cancellationToken) =>
        (await store.Mailboxes.ReadAsync(NameOf(what), cancellationToken).ConfigureAwait(false))?.LastSuccess;

    public ValueTask WriteAsync(string what, DateTimeOffset done, CancellationToken cancellationToken) =>
        store.Mailboxes.WriteAsync(NameOf(what), new MailboxState(null, done, 0), cancellationToken);

    private static string NameOf(string what) => $"(schedule) {what.ToLowerInvariant()}";
}
