using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about attempts, above all about those that ended with their process.</summary>
internal static class LostAttemptDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "counts shared attempts that ended with their process",
            _ =>
            {
                var attempts = new ConcurrentDictionary<long, int>();
                return SpoilMail.Claims(claims => claims.Select(claim => WithAttempts(claim, attempts.AddOrUpdate(claim.Entry.Id, 1, (_, count) => count + 1))));
            },
            "An_attempt_shared_with_other_rows_that_ended_with_its_process_is_not_counted",
            "A_node_that_comes_back_takes_its_rows_back_at_once_as_attempts_that_ended"),
        new(
            "counts an attempt that was alone by chance",
            _ =>
            {
                var byChance = new ConcurrentDictionary<long, bool>();
                return SpoilMail.Claims(claims => claims.Select(claim =>
                {
                    var counted = byChance.ContainsKey(claim.Entry.Id) ? WithAttempts(claim, claim.Entry.Attempts + 1) : claim;
                    byChance.TryAdd(claim.Entry.Id, true);
                    return counted;
                }));
            },
            "An_attempt_that_was_alone_by_chance_and_ended_with_its_process_is_not_counted"),
        new(
            "counts no attempt that ended with its process",
            _ => SpoilMail.Claims(claims => claims.Select(claim => claim.Alone ? WithAttempts(claim, 1) : claim)),
            "An_attempt_claimed_alone_that_ended_with_its_process_is_counted"),
        new(
            "sets rows back by one second each time",
            world => new()
            {
                ClaimRows = async (request, next, cancellationToken) =>
                {
                    var claims = await next(request);
                    var open = await world.Inner.Journal.FindAsync(new JournalQuery { Finished = false }, cancellationToken);
                    var late = open.Select(row => row.NotBefore - world.Clock.GetUtcNow() - TimeSpan.FromSeconds(1)).DefaultIfEmpty().Max();
                    if (claims.Count == 0 && late > TimeSpan.Zero)
                    {
                        world.Clock.Advance(late);
                    }

                    return claims;
                },
            },
            "A_row_with_an_unfinished_attempt_waits_one_second_and_then_thirty"),
        new(
            "does not set rows back",
            world => new()
            {
                ClaimRows = async (request, next, _) =>
                {
                    var claims = await next(request);
                    if (claims.Count > 0)
                    {
                        return claims;
                    }

                    world.Clock.Advance(TimeSpan.FromSeconds(30));
                    return await next(request);
                },
            },
            "A_row_with_an_unfinished_attempt_waits_one_second_and_then_thirty"),
        new(
            "hands out neighbours with a suspect row",
            _ => new()
            {
                ClaimRows = async (request, next, _) =>
                {
                    var claims = new List<JournalClaim>(await next(request));
                    while (claims is [.., { Alone: true }] && claims.Count < request.Max && await next(request) is { Count: > 0 } more)
                    {
                        claims.AddRange(more);
                    }

                    return claims;
                },
            },
            "A_row_with_an_unfinished_attempt_is_claimed_alone"),
        new(
            "suspects a row for ever",
            _ =>
            {
                var suspects = new ConcurrentDictionary<long, bool>();
                return SpoilMail.Claims(claims =>
                {
                    foreach (var claim in claims.Where(claim => claim.Alone))
                    {
                        suspects[claim.Entry.Id] = true;
                    }

                    return claims.FirstOrDefault(claim => suspects.ContainsKey(claim.Entry.Id)) is { } suspect ? [suspect with { Alone = true }] : claims;
                });
            },
            "A_release_ends_the_suspicion"),
        new(
            "takes a decision for the end of the suspicion",
            _ =>
            {
                var cleared = new ConcurrentDictionary<long, bool>();
                return new()
                {
                    CommitRow = (made, next, _) =>
                    {
                        cleared[made.Claim.Entry.Id] = made.Commit is DecisionCommit;
                        return next(made);
                    },
                    ClaimRows = async (request, next, _) =>
                        [.. (await next(request)).Select(claim => cleared.GetValueOrDefault(claim.Entry.Id) ? claim with { Alone = false } : claim)],
                };
            },
            "A_commit_that_does_not_end_the_claim_leaves_the_suspicion"),
        new(
            "counts every release",
            _ => SpoilMail.Commits<ReleaseCommit>(release => release with { Counted = true }),
            "A_counted_release_keeps_the_attempt_and_an_uncounted_one_takes_it_back"),
        new(
            "goes on counting after a result",
            world =>
            {
                var before = new ConcurrentDictionary<long, int>();
                return new()
                {
                    CommitRow = async (made, next, _) =>
                    {
                        if (made.Commit is ResultCommit)
                        {
                            before[made.Claim.Entry.Id] = (await world.RowAsync(made.Claim.Entry.Id)).Attempts - 1;
                        }

                        return await next(made);
                    },
                    FindRows = async (query, next, _) =>
                        [.. (await next(query)).Select(row => row with { Attempts = row.Attempts + before.GetValueOrDefault(row.Id) })],
                };
            },
            "A_result_starts_the_attempts_at_one_again"),
        new(
            "starts the attempts anew with a decision",
            _ => SpoilMail.Rows(row => row.State == JournalState.Decided ? row with { Attempts = 1 } : row),
            "A_decision_and_its_giving_up_leave_the_attempts"),
    ];

    private static JournalClaim WithAttempts(JournalClaim claim, int attempts) => claim with { Entry = claim.Entry with { Attempts = attempts } };
}
