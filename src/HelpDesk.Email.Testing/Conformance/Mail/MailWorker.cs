using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>One process that has joined the store, under its name.</summary>
internal sealed class MailWorker(IMailStore store, IMailStoreNode node, CancellationToken cancellationToken)
{
    private bool _hasLeft;

    public IMailStore Store => store;

    public string Node => node.Name;

    /// <summary>Leaves the store, once.</summary>
    public ValueTask LeaveAsync()
    {
        if (_hasLeft)
        {
            return ValueTask.CompletedTask;
        }

        _hasLeft = true;
        return node.DisposeAsync();
    }

    public Task<IReadOnlyList<JournalClaim>> ClaimAsync(int max = 10) =>
        store.Queue.ClaimAsync(Node, max, MailTrial.LeaseTime, cancellationToken).AsTask();

    public async Task<JournalClaim> ClaimOneAsync() =>
        Expect.One(await ClaimAsync().ConfigureAwait(false), "Claiming the one row that is ready");

    public async Task ExpectNothingReadyAsync(string when)
    {
        var claims = await ClaimAsync().ConfigureAwait(false);
        Expect.That(claims.Count == 0, $"{claims.Count} rows handed out {when}.");
    }

    public Task<CommitResult> TryCommitAsync(JournalClaim claim, JournalCommit commit) =>
        store.Queue.CommitAsync(claim, commit, cancellationToken).AsTask();

    /// <summary>Makes a commit that must stand.</summary>
    public async Task CommitAsync(JournalClaim claim, JournalCommit commit)
    {
        var result = await TryCommitAsync(claim, commit).ConfigureAwait(false);
        Expect.Same(CommitStatus.Committed, result.Status, $"The status of a {commit.GetType().Name}");
    }

    public Task<IReadOnlyList<OutboxClaim>> ClaimMailAsync(int max = 10) =>
        ClaimMailAsync(new OutboxClaimRequest(Node, max, MailTrial.LeaseTime));

    public Task<IReadOnlyList<OutboxClaim>> ClaimMailAsync(OutboxClaimRequest request) => store.Outbox.ClaimAsync(request, cancellationToken).AsTask();

    public async Task<OutboxClaim> ClaimOneMailAsync() =>
        Expect.One(await ClaimMailAsync().ConfigureAwait(false), "Claiming the one mail that is due");

    public Task<bool> TryCommitAsync(OutboxClaim claim, OutboxCommit commit) =>
        store.Outbox.CommitAsync(claim, commit, cancellationToken).AsTask();

    /// <summary>Makes a commit that must stand.</summary>
    public async Task CommitAsync(OutboxClaim claim, OutboxCommit commit) =>
        Expect.That(await TryCommitAsync(claim, commit).ConfigureAwait(false), $"a {commit.GetType().Name} refused although the claim holds.");

    public Task<IReadOnlyList<HostEventClaim>> ClaimEventsAsync(int max = 10) =>
        store.HostEvents.ClaimAsync(Node, max, MailTrial.LeaseTime, cancellationToken).AsTask();

    public Task<bool> TryCompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt = null) =>
        store.HostEvents.CompleteAsync(claim, retryAt, cancellationToken).AsTask();

    /// <summary>Ends a claim that must hold.</summary>
    public async Task CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt = null) =>
        Expect.That(await TryCompleteAsync(claim, retryAt).ConfigureAwait(false), "completing an event refused although the claim holds.");
}
