using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that finish rows by halves.</summary>
internal static class FinishDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "drops the index",
            _ => SpoilMail.Commits<FinishCommit>(finish => finish with { Index = [] }),
            "A_finish_writes_the_row_with_all_that_follows",
            "What_follows_from_a_finish_survives_a_crash"),
        new(
            "drops the mails",
            _ => SpoilMail.Commits<FinishCommit>(finish => finish with { Outbox = [] }),
            "A_finish_writes_the_row_with_all_that_follows"),
        new(
            "drops the events",
            _ => SpoilMail.Commits<FinishCommit>(finish => finish with { Events = [] }),
            "A_finish_writes_the_row_with_all_that_follows"),
        new(
            "writes the mails before it checks the claim",
            _ =>
            {
                var ghosts = new ConcurrentBag<OutboxEntry>();
                return new()
                {
                    CommitRow = async (made, next, _) =>
                    {
                        var result = await next(made);
                        foreach (var mail in result.Status == CommitStatus.ClaimLost && made.Commit is FinishCommit finish ? finish.Outbox : [])
                        {
                            ghosts.Add(new OutboxEntry(77, mail.MessageId, []) { JournalId = made.Claim.Entry.Id });
                        }

                        return result;
                    },
                    FindMails = async (query, next, _) => [.. await next(query), .. ghosts.Where(mail => mail.JournalId == query.JournalId)],
                };
            },
            "A_refused_finish_writes_nothing_of_what_follows"),
        new(
            "counts the mails of a finish before it checks the claim",
            _ =>
            {
                var counted = new ConcurrentDictionary<string, bool>();
                return new()
                {
                    CommitRow = (made, next, _) => next(made.Commit is FinishCommit finish
                        ? (made.Claim, finish with
                        {
                            Outbox =
                            [
                                .. finish.Outbox.Select(mail => mail.Throttle.Any(limit => !counted.TryAdd(limit.Key, true))
                                    ? mail with { Throttle = [OwnThrottle.Closed] }
                                    : mail),
                            ],
                        })
                        : made),
                };
            },
            "A_refused_finish_writes_nothing_of_what_follows"),
        new(
            "finishes the row before it reads the octets of its mails",
            _ => new()
            {
                CommitRow = async (made, next, cancellationToken) =>
                {
                    if (made.Commit is not FinishCommit finish)
                    {
                        return await next(made);
                    }

                    var result = await next((made.Claim, finish with { Outbox = [] }));
                    foreach (var mail in finish.Outbox)
                    {
                        await using var stream = mail.Content!.OpenRead();
                        await stream.CopyToAsync(Stream.Null, cancellationToken);
                    }

                    return result;
                },
            },
            "A_finish_whose_mail_breaks_off_writes_nothing"),
    ];
}
