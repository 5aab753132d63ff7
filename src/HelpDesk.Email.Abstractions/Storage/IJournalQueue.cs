namespace HelpDesk.Email.Storage;

/// <summary>The journal as those see it who process it: claims under leases with fences.</summary>
public interface IJournalQueue
{
    /// <summary>Claims the oldest rows that are ready, each for the length of the lease, and counts an attempt on each.</summary>
    /// <remarks>
    /// <para>Ready is a row that is not finished, whose <see cref="JournalEntry.NotBefore"/> is past and that no living lease holds.
    /// The count is committed before the rows are handed out, so an attempt that takes its process along is seen.</para>
    /// <para>A row whose lease ended without a commit that released it had an attempt that ended with its process. That attempt
    /// stays counted only if the row was claimed alone (<see cref="JournalClaim.Alone"/>; to be the only one in an answer by
    /// chance is not that). Such a row is set back by 1 second the first time, 30 seconds each further time, from when this
    /// method or <see cref="IMailStore.JoinAsync"/> notices it, and then claimed alone: nothing else is in the answer. It
    /// stays so until a commit ends the claim (<see cref="ReleaseCommit"/>, <see cref="FinishCommit"/>).</para>
    /// <para>Leases run on the store's own clock. A claim holds until a commit ends it or its ended lease is noticed, so
    /// late work still stands when nobody asked for rows meanwhile.</para>
    /// </remarks>
    /// <param name="node">Who claims: the name given by <see cref="IMailStore.JoinAsync"/>.</param>
    /// <param name="max">How many rows at most.</param>
    /// <param name="lease">For how long.</param>
    /// <param name="cancellationToken">Ends the call; rows claimed by a call that was ended are free again after their lease.</param>
    ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Lengthens leases that are still held; those that are not are passed over.</summary>
    ValueTask RenewAsync(IReadOnlyList<JournalClaim> claims, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Makes one transition of a row in one transaction, if the claim still holds; see the kinds of <see cref="JournalCommit"/>.</summary>
    /// <remarks>A transition that does not start from the state the row is in answers <see cref="CommitStatus.ClaimLost"/> and writes nothing.</remarks>
    ValueTask<CommitResult> CommitAsync(JournalClaim claim, JournalCommit commit, CancellationToken cancellationToken);
}
