using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about claims and fences.</summary>
internal static class ClaimDefects
{
    private static readonly TimeSpan Ages = TimeSpan.FromDays(3_650);

    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "claims the youngest rows first",
            _ => SpoilMail.Claims(claims => claims.Reverse()),
            "Rows_are_claimed_the_oldest_first_and_no_more_than_asked_for"),
        new(
            "hands out more rows than it was asked for",
            _ => new() { ClaimRows = (request, next, _) => next(request with { Max = request.Max + 1 }) },
            "Rows_are_claimed_the_oldest_first_and_no_more_than_asked_for"),
        new(
            "counts attempts when they end",
            _ => SpoilMail.Claims(claims => claims.Select(claim => claim with { Entry = claim.Entry with { Attempts = claim.Entry.Attempts - 1 } })),
            "A_claim_counts_an_attempt_before_it_is_handed_out"),
        new(
            "forgets who has which row",
            _ => Repeating((_, _) => true),
            "A_row_under_a_living_lease_is_not_handed_out_again"),
        new(
            "hands finished rows out again",
            world => Repeating((claim, _) => world.RowAsync(claim.Entry.Id).GetAwaiter().GetResult().State == JournalState.Finished),
            "A_finished_row_is_never_claimed"),
        new(
            "does not wait until a row's time has come",
            world => SpoilMail.Commits<ReleaseCommit>(release => release with { NotBefore = world.Past }),
            "A_row_is_not_claimed_before_its_time"),
        new(
            "looks for rows and then takes them",
            _ =>
            {
                var collision = new Collision<IReadOnlyList<JournalClaim>>(claims => claims.Count > 0);
                return new() { ClaimRows = (request, next, _) => collision.RunAsync(() => next(request)) };
            },
            "Claimers_at_once_never_share_a_row"),
        new(
            "gives each claim the same fence",
            _ => Unfenced(_ => true, sameFence: true),
            "Fences_grow_with_each_claim"),
        new(
            "forgets fences",
            _ => Unfenced(_ => true),
            "An_older_claim_can_commit_nothing",
            "An_older_claim_of_a_decided_row_can_commit_nothing"),
        new(
            "fences all but results and give-ups",
            _ => Unfenced(commit => commit is ResultCommit or GiveUpCommit),
            "An_older_claim_of_a_decided_row_can_commit_nothing"),
        new(
            "says that every commit stands",
            _ => Answering((_, _) => true),
            "An_older_claim_can_commit_nothing",
            "A_claim_that_was_ended_can_commit_nothing",
            "Of_finishes_at_once_under_one_claim_one_stands"),
        new(
            "never lets a lease end",
            _ => new() { ClaimRows = (request, next, _) => next(request with { Lease = Ages }) },
            "An_ended_lease_frees_its_row_for_others"),
        new(
            "does not renew leases",
            _ => new() { RenewRows = (_, _, _) => Task.FromResult(true) },
            "A_renewed_lease_goes_on"),
        new(
            "renews the lease of whoever holds the row",
            _ =>
            {
                var newest = new ConcurrentDictionary<long, JournalClaim>();
                return new()
                {
                    ClaimRows = async (request, next, _) => Remembered(newest, await next(request)),
                    RenewRows = (renewal, next, _) => next(([.. renewal.Claims.Select(claim => newest[claim.Entry.Id])], renewal.Lease)),
                };
            },
            "A_lost_claim_is_not_renewed"),
        new(
            "compares the time in each commit",
            world =>
            {
                var ends = new ConcurrentDictionary<long, DateTimeOffset>();
                return new()
                {
                    ClaimRows = async (request, next, _) =>
                    {
                        var claims = await next(request);
                        foreach (var claim in claims)
                        {
                            ends[claim.Entry.Id] = world.Clock.GetUtcNow() + request.Lease;
                        }

                        return claims;
                    },
                    CommitRow = (made, next, _) => ends[made.Claim.Entry.Id] < world.Clock.GetUtcNow() ? Task.FromResult(CommitResult.ClaimLost) : next(made),
                };
            },
            "Late_work_stands_when_nobody_asked_meanwhile"),
        new(
            "lets a lost claim commit until somebody else has the row",
            _ => Answering((_, isReclaimed) => !isReclaimed),
            "A_claim_whose_ended_lease_was_noticed_can_commit_nothing"),
        new(
            "loses the rows of a call that was cancelled",
            world => new()
            {
                ClaimRows = async (request, next, cancellationToken) =>
                {
                    if (cancellationToken.IsCancellationRequested)
                    {
                        await world.Inner.Queue.ClaimAsync(request.Node, request.Max, Ages, CancellationToken.None);
                    }

                    return await next(request);
                },
            },
            "A_claim_that_is_cancelled_leaves_its_rows_to_be_claimed"),
        new(
            "does not look at tokens",
            _ => new() { IgnoresTokens = true },
            "A_journal_call_that_is_cancelled_beforehand_changes_nothing",
            "A_call_for_outgoing_mail_that_is_cancelled_beforehand_changes_nothing"),
    ];

    /// <summary>When nothing is ready, hands claims out once more that it handed out before.</summary>
    private static MailTampering Repeating(Func<JournalClaim, int, bool> isRepeated)
    {
        IReadOnlyList<JournalClaim> last = [];
        return new()
        {
            ClaimRows = async (request, next, _) =>
            {
                var claims = await next(request);
                return claims.Count > 0 ? last = claims : [.. last.Where(isRepeated)];
            },
        };
    }

    /// <summary>Commits under the newest claim of the row, whichever claim it was given.</summary>
    private static MailTampering Unfenced(Func<JournalCommit, bool> isUnfenced, bool sameFence = false)
    {
        var newest = new ConcurrentDictionary<long, JournalClaim>();
        return new()
        {
            ClaimRows = async (request, next, _) =>
            {
                var claims = Remembered(newest, await next(request));
                return sameFence ? [.. claims.Select(claim => claim with { Fence = 1 })] : claims;
            },
            CommitRow = (made, next, _) => next(isUnfenced(made.Commit) ? (newest[made.Claim.Entry.Id], made.Commit) : made),
        };
    }

    /// <summary>Answers Committed to commits that were refused.</summary>
    private static MailTampering Answering(Func<JournalCommit, bool, bool> isAnswered)
    {
        var newest = new ConcurrentDictionary<long, JournalClaim>();
        return new()
        {
            ClaimRows = async (request, next, _) => Remembered(newest, await next(request)),
            CommitRow = async (made, next, _) =>
            {
                var result = await next(made);
                var isReclaimed = newest[made.Claim.Entry.Id].Fence > made.Claim.Fence;
                return result.Status == CommitStatus.ClaimLost && isAnswered(made.Commit, isReclaimed) ? CommitResult.Committed : result;
            },
        };
    }

    private static IReadOnlyList<JournalClaim> Remembered(ConcurrentDictionary<long, JournalClaim> newest, IReadOnlyList<JournalClaim> claims)
    {
        foreach (var claim in claims)
        {
            newest[claim.Entry.Id] = claim;
        }

        return claims;
    }
}
