using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that let two copies of one mail change a ticket, or none.</summary>
internal static class ReservationDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "ignores reservations",
            _ => SpoilMail.Commits<DecisionCommit>(decision => decision with { Reservations = [] }),
            "A_reservation_of_an_unfinished_row_refuses_the_decision",
            "Reservations_survive_a_crash"),
        new(
            "takes the reservations that are free before it refuses",
            world =>
            {
                var holders = new ConcurrentDictionary<string, long>();
                return new()
                {
                    CommitRow = async (made, next, _) =>
                    {
                        foreach (var key in made.Commit is DecisionCommit decision ? decision.Reservations : [])
                        {
                            if (holders.GetOrAdd(key, made.Claim.Entry.Id) is var holder && holder != made.Claim.Entry.Id)
                            {
                                return new CommitResult(CommitStatus.ReservationTaken) { Holder = await world.RowAsync(holder) };
                            }
                        }

                        return await next(made);
                    },
                };
            },
            "A_reservation_of_an_unfinished_row_refuses_the_decision"),
        new(
            "frees reservations with the result",
            _ => Overriding(holder => holder.State == JournalState.Applied),
            "A_reservation_stays_while_its_row_waits_in_between"),
        new(
            "frees reservations with the finish",
            _ => Overriding(holder => holder.State == JournalState.Finished),
            "A_reservation_stays_with_a_finished_row"),
        new(
            "keeps the reservations of decisions that were given up",
            world =>
            {
                var holders = new ConcurrentDictionary<string, long>();
                return new()
                {
                    CommitRow = async (made, next, _) =>
                    {
                        var id = made.Claim.Entry.Id;
                        foreach (var key in made.Commit is DecisionCommit decision ? decision.Reservations : [])
                        {
                            if (holders.GetOrAdd(key, id) is var holder && holder != id)
                            {
                                return new CommitResult(CommitStatus.ReservationTaken) { Holder = await world.RowAsync(holder) };
                            }
                        }

                        return await next(made);
                    },
                };
            },
            "A_decision_given_up_frees_its_reservations"),
        new(
            "reserves the same for all decisions without reservations",
            _ => SpoilMail.Commits<DecisionCommit>(decision => decision.Reservations.Count == 0 ? decision with { Reservations = [string.Empty] } : decision),
            "A_decision_without_reservations_takes_and_minds_none"),
        new(
            "looks at reservations and then writes",
            _ =>
            {
                var meeting = new Meeting();
                return new()
                {
                    CommitRow = async (made, next, _) => made.Commit is DecisionCommit decision && await meeting.ArriveAsync()
                        ? await next((made.Claim, decision with { Reservations = [] }))
                        : await next(made),
                };
            },
            "Of_decisions_at_once_on_one_reservation_one_stands"),
    ];

    /// <summary>Lets a decision stand although another row has its reservation.</summary>
    private static MailTampering Overriding(Func<JournalEntry, bool> isFree) => new()
    {
        CommitRow = async (made, next, _) =>
        {
            var result = await next(made);
            return result.Holder is { } holder && isFree(holder) && made.Commit is DecisionCommit decision
                ? await next((made.Claim, decision with { Reservations = [] }))
                : result;
        },
    };
}
