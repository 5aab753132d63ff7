using HelpDesk.Email.Processing;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Model;

/// <summary>The worlds that can come next. What a worker does, and what is committed, is read from the engine's own table.</summary>
internal sealed class FlowModel(FlowTable table, FlowVariant variant)
{
    public IEnumerable<World> Next(World world)
    {
        // A poller receives in any order, and acknowledges what is committed before it receives more. A poller that dies in
        // between receives the mail again, finds its receipt, and is where it was.
        var committed = Array.FindIndex(world.Row, row => row is { OnServer: true, InJournal: true });
        for (var row = 0; row < World.Rows; row++)
        {
            if (committed < 0 && !world.Row[row].InJournal)
            {
                yield return Receive(world, row);
            }
        }

        if (committed >= 0)
        {
            yield return Acknowledge(world, committed);
        }

        if (world.HostEdits > 0 && world.TicketVersion[1] > 0)
        {
            yield return HostEdit(world);
        }

        if (CanWaitLongEnough(world))
        {
            yield return With(world, next => next.Row[World.Reply].WaitedLongEnough = true);
        }

        for (var worker = 0; worker < World.Workers; worker++)
        {
            foreach (var next in NextOf(world, worker))
            {
                yield return next;
            }
        }
    }

    private IEnumerable<World> NextOf(World world, int worker)
    {
        var me = world.Worker[worker];
        if (me.Phase == WorkerPhase.Idle)
        {
            for (byte row = 0; row < World.Rows; row++)
            {
                if (world.Row[row] is { InJournal: true, Holder: 0 } && world.Row[row].State != JournalState.Finished)
                {
                    yield return Claim(world, worker, row);
                }
            }

            yield break;
        }

        if (world.Disturbances > 0)
        {
            yield return Crash(world, worker);
            if (world.Row[me.Row].Holder == worker + 1)
            {
                yield return LoseLease(world, worker);
            }
        }

        yield return me.Phase switch
        {
            WorkerPhase.Acts => Act(world, worker),
            WorkerPhase.EndsOperation => EndOperation(world, worker),
            _ => new CommitModel(table, variant).Commit(world, worker),
        };
    }

    private static World With(World world, Action<World> change)
    {
        var next = world.Clone();
        change(next);
        return next;
    }

    private static World Receive(World world, int row) => With(world, next => next.Row[row].InJournal = true);

    private static World Acknowledge(World world, int row) => With(world, next => next.Row[row].OnServer = false);

    private static World HostEdit(World world) => With(world, next =>
    {
        next.HostEdits--;
        next.TicketVersion[1]++;
    });

    private static bool CanWaitLongEnough(World world) =>
        world.Row[World.Reply] is { InJournal: true, WaitedLongEnough: false, State: JournalState.Received };

    private World Claim(World world, int worker, byte row) => With(world, next =>
    {
        ref var claimed = ref next.Row[row];
        claimed.Fence++;
        claimed.Holder = (byte)(worker + 1);
        next.Worker[worker] = new WorkerModel
        {
            Phase = WorkerPhase.Acts,
            Row = row,
            Fence = claimed.Fence,
            State = claimed.State,
            Operation = claimed.Operation,
            Decision = claimed.Decision,
            Result = claimed.Result,
        };
        if (variant == FlowVariant.ReevaluatesDecisions && claimed.State == JournalState.Decided)
        {
            claimed.State = JournalState.Received;
            claimed.Operation++;
            next.Worker[worker].State = JournalState.Received;
            next.Worker[worker].Operation = claimed.Operation;
        }
    });

    private static World Crash(World world, int worker) => With(world, next =>
    {
        next.Disturbances--;
        var row = next.Worker[worker].Row;
        if (next.Row[row].Holder == worker + 1)
        {
            next.Row[row].Holder = 0;
        }

        next.Worker[worker] = default;
    });

    private static World LoseLease(World world, int worker) => With(world, next =>
    {
        next.Disturbances--;
        next.Row[next.Worker[worker].Row].Holder = 0;
    });

    private World Act(World world, int worker) => With(world, next =>
    {
        ref var me = ref next.Worker[worker];
        switch (table.ActionIn(me.State))
        {
            case FlowAction.Decide:
                Decide(next, ref me);
                break;
            case FlowAction.Apply:
                Apply(next, ref me);
                break;
            default:
                me.Signal = FlowSignal.Concluded;
                me.Phase = WorkerPhase.Commits;
                break;
        }
    });

    private static void Decide(World world, ref WorkerModel me)
    {
        me.Phase = WorkerPhase.Commits;
        if (me.Row == World.Reply && !world.Row[World.Reply].WaitedLongEnough && (IsUnfinished(world, World.Original) || IsUnfinished(world, World.Twin)))
        {
            me.Signal = FlowSignal.ParentUnfinished;
            return;
        }

        var known = world.Row[World.Original].IndexedTicket > 0 ? world.Row[World.Original].IndexedTicket : world.Row[World.Twin].IndexedTicket;
        me.Decision = me.Row == World.Reply && known > 0
            ? new DecisionModel(known, Creates: false, world.TicketVersion[known])
            : new DecisionModel((byte)(Tickets(world) + 1), Creates: true, 0);
        me.Signal = FlowSignal.ChangeDecided;
    }

    private static void Apply(World world, ref WorkerModel me)
    {
        var recorded = world.Recorded[me.Row * World.MaxOperations + me.Operation];
        if (recorded.IsKnown)
        {
            Answer(ref me, recorded);
        }
        else if (me.Decision.Creates)
        {
            var ticket = (byte)(Tickets(world) + 1);
            world.TicketVersion[ticket] = 1;
            Record(world, ref me, new ResultModel(ticket, Created: true, Void: false));
        }
        else if (world.TicketVersion[me.Decision.Ticket] == me.Decision.ExpectedVersion)
        {
            world.TicketVersion[me.Decision.Ticket]++;
            Record(world, ref me, new ResultModel(me.Decision.Ticket, Created: false, Void: false));
        }
        else
        {
            me.Phase = WorkerPhase.EndsOperation;
        }
    }

    private static World EndOperation(World world, int worker) => With(world, next =>
    {
        ref var me = ref next.Worker[worker];
        ref var recorded = ref next.Recorded[me.Row * World.MaxOperations + me.Operation];
        if (!recorded.IsKnown)
        {
            recorded = new ResultModel(0, Created: false, Void: true);
        }

        Answer(ref me, recorded);
    });

    private static void Record(World world, ref WorkerModel me, ResultModel result)
    {
        world.Recorded[me.Row * World.MaxOperations + me.Operation] = result;
        world.Entries[me.Row]++;
        world.EntryTicket[me.Row] = result.Ticket;
        Answer(ref me, result);
    }

    private static void Answer(ref WorkerModel me, ResultModel result)
    {
        me.Result = result;
        me.Signal = result.Void ? FlowSignal.Voided : FlowSignal.Applied;
        me.Phase = WorkerPhase.Commits;
    }

    private static bool IsUnfinished(World world, int row) => world.Row[row].InJournal && world.Row[row].State != JournalState.Finished;

    private static int Tickets(World world) => world.TicketVersion.Count(version => version > 0);
}
