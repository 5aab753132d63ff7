using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that answer before they have written, or keep in memory what belongs on disk.</summary>
internal static class CrashDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "writes the last commit of a row when it has time",
            world =>
            {
                var stale = new ConcurrentDictionary<long, JournalEntry>();
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    CommitRow = async (made, next, _) =>
                    {
                        isCrashed = false;
                        stale[made.Claim.Entry.Id] = await world.RowAsync(made.Claim.Entry.Id);
                        return await next(made);
                    },
                    FindRows = async (query, next, _) => [.. (await next(query)).Select(row => isCrashed ? stale.GetValueOrDefault(row.Id, row) : row)],
                };
            },
            "A_row_resumes_after_a_crash_where_its_last_commit_left_it"),
        new(
            "keeps the message index in memory",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    FindMessages = async (asked, next, _) => isCrashed ? [] : await next(asked),
                };
            },
            "What_follows_from_a_finish_survives_a_crash"),
        new(
            "keeps octets in memory",
            _ =>
            {
                var isCrashed = false;
                return new() { Crash = () => isCrashed = true, OpenRow = async (id, next, _) => isCrashed ? null : await next(id) };
            },
            "Octets_survive_a_crash"),
        new(
            "keeps reservations in memory",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    CommitRow = (made, next, _) =>
                        next(isCrashed && made.Commit is DecisionCommit decision ? (made.Claim, decision with { Reservations = [] }) : made),
                };
            },
            "Reservations_survive_a_crash"),
        new(
            "forgets the attempts of mails in a crash",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    FindMails = async (query, next, _) => [.. (await next(query)).Select(mail => isCrashed ? mail with { Attempts = 0 } : mail)],
                };
            },
            "A_mail_resumes_after_a_crash_where_its_last_commit_left_it"),
        new(
            "forgets the attempts of events in a crash",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    ClaimEvents = async (request, next, _) => [.. (await next(request)).Select(claim => isCrashed ? claim with { Attempts = 1 } : claim)],
                };
            },
            "An_event_resumes_after_a_crash_where_its_last_commit_left_it"),
        new(
            "forgets in a crash which rows it suspects",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    ClaimRows = async (request, next, _) => [.. (await next(request)).Select(claim => isCrashed ? claim with { Alone = false } : claim)],
                };
            },
            "Suspicion_survives_a_crash"),
        new(
            "keeps leases in memory",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    Acquire = async (asked, next, _) => await next(asked) ?? (isCrashed ? new Lease(asked.Name, asked.Node, 1) : null),
                };
            },
            "Mailbox_states_and_fences_survive_a_crash"),
        new(
            "forgets in a crash which mail it has",
            _ =>
            {
                var crashes = 0;
                return new()
                {
                    Crash = () => crashes++,
                    Append = (rows, next, _) => next([.. rows.Select(row => row with { Receipt = $"{row.Receipt}/{crashes}" })]),
                };
            },
            "A_crash_after_any_commit_of_a_mails_life_ends_the_same"),
    ];
}
