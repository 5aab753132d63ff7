using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>A process that dies between any two commits of a mail's life: another one goes on, and the end is the same.</summary>
internal static class LifeRules
{
    // More than a mail's life has commits; a crash behind the last one is none.
    private const int MaxCommits = 12;

    // Longer than a row rests after an attempt that ended with its process.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(31);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_crash_after_any_commit_of_a_mails_life_ends_the_same",
            "Append, claim, decision, result, finish, sending, delivery, event: each is whole when its call returns, and whoever is back asks the store alone where the mail stands. No row, no mail and no index entry twice.",
            async trial =>
            {
                var expected = await LiveAsync(trial, crash: 0).ConfigureAwait(false);
                for (var crash = 1; crash <= MaxCommits; crash++)
                {
                    Expect.Same(expected, await LiveAsync(trial, crash).ConfigureAwait(false), $"The mail after a crash behind commit {crash} of its life");
                }
            }),
    ];

    private static async Task<string> LiveAsync(MailTrial trial, int crash)
    {
        var row = trial.Row();
        var finish = MailTrial.Finish() with
        {
            Ticket = $"T-{crash}",
            Index = [new IndexedMessage(row.Facts.MessageId, $"T-{crash}")],
            Outbox = [trial.Mail() with { Ticket = $"T-{crash}" }],
            Events = [new NewHostEvent(Guid.NewGuid(), "TicketCreated", $"T-{crash}", "{}")],
        };
        var life = new Life(trial, row, finish, crash);
        while (!await life.GoOnAsync().ConfigureAwait(false))
        {
            await trial.CrashAsync().ConfigureAwait(false);
            await trial.RestartAsync().ConfigureAwait(false);
            await trial.PassAsync(Rest).ConfigureAwait(false);
        }

        var found = await trial.FindAsync(new JournalQuery { MessageIds = [row.Facts.MessageId] }).ConfigureAwait(false);
        var mails = await trial.FindAsync(new OutboxQuery { MessageIds = [finish.Outbox[0].MessageId] }).ConfigureAwait(false);
        var index = await trial.Store.MessageIndex.FindAsync([row.Facts.MessageId], trial.Cancellation).ConfigureAwait(false);
        return string.Join(
            '\n',
            $"rows: {string.Join("; ", found.Select(each => $"{each.State} {each.Outcome} '{each.Decision}' '{each.Result}' {each.OperationId == row.OperationId}"))}",
            $"mails: {string.Join("; ", mails.Select(each => $"{each.State} {Shown.Of(each.Recipients)}"))}",
            $"index: {index.Count}",
            $"events: {life.Told.Distinct().Count()}");
    }

    /// <summary>One mail, and a process that dies behind one of its commits.</summary>
    private sealed class Life(MailTrial trial, NewJournalEntry row, FinishCommit finish, int crash)
    {
        private int _commits;
        private bool _isDead;

        /// <summary>The events that were told.</summary>
        public List<Guid> Told { get; } = [];

        /// <summary>Goes on from where the store says that the mail stands, to its end or the crash.</summary>
        /// <returns>Whether it is at its end.</returns>
        public async Task<bool> GoOnAsync()
        {
            _isDead = false;
            var id = (await trial.AppendAsync(row).ConfigureAwait(false))[0].Id;
            if (Dies())
            {
                return false;
            }

            while (!_isDead && (await trial.EntryAsync(id).ConfigureAwait(false)).State != JournalState.Finished)
            {
                await WorkAsync().ConfigureAwait(false);
            }

            while (!_isDead && (await trial.MailsAsync(id).ConfigureAwait(false)).Any(mail => mail.State != OutboxState.Sent))
            {
                await SendAsync().ConfigureAwait(false);
            }

            while (!_isDead && await trial.One.ClaimEventsAsync().ConfigureAwait(false) is { Count: > 0 } claims)
            {
                Told.Add(claims[0].Event.Id);
                if (!Dies())
                {
                    await trial.One.CompleteAsync(claims[0]).ConfigureAwait(false);
                    Dies();
                }
            }

            return !_isDead;
        }

        private async Task WorkAsync()
        {
            var claims = await trial.One.ClaimAsync().ConfigureAwait(false);
            if (claims.Count == 0)
            {
                await trial.PassAsync(Rest).ConfigureAwait(false);
                return;
            }

            for (var state = claims[0].Entry.State; !Dies() && state != JournalState.Finished; state++)
            {
                await trial.One.CommitAsync(claims[0], state switch
                {
                    JournalState.Received => MailTrial.Decision(),
                    JournalState.Decided => new ResultCommit("{\"applied\":1}"),
                    _ => finish,
                }).ConfigureAwait(false);
            }
        }

        private async Task SendAsync()
        {
            var claims = await trial.One.ClaimMailAsync().ConfigureAwait(false);
            if (claims.Count == 0)
            {
                await trial.PassAsync(Rest).ConfigureAwait(false);
                return;
            }

            if (!Dies())
            {
                await trial.One.CommitAsync(claims[0], new SendingCommit()).ConfigureAwait(false);
                if (!Dies())
                {
                    await trial.One.CommitAsync(claims[0], new DeliveryCommit([new OutboxRecipient("ann@example.test", OutboxRecipientState.Accepted, "250")], trial.Past)).ConfigureAwait(false);
                    Dies();
                }
            }
        }

        private bool Dies() => _isDead |= ++_commits == crash;
    }
}
