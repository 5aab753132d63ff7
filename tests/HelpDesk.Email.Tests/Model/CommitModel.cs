using HelpDesk.Email.Processing;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Model;

/// <summary>The mail store's side: one transition in one transaction, under the fence.</summary>
internal sealed class CommitModel(FlowTable table, FlowVariant variant)
{
    public World Commit(World world, int worker)
    {
        var next = world.Clone();
        ref var me = ref next.Worker[worker];
        ref var row = ref next.Row[me.Row];
        var rule = table.After(me.State, me.Signal);
        if (!Holds(row, me, worker) || row.State != me.State)
        {
            me = default;
            return next;
        }

        if (rule.Step == FlowStep.CommitDecision && !Reserve(next, me.Row, out var holder))
        {
            rule = table.After(me.State, next.Row[holder].State == JournalState.Finished ? FlowSignal.TwinFinished : FlowSignal.TwinUnfinished);
        }

        Write(next, ref row, ref me, rule.Step);
        row.State = rule.Next;
        if (rule.Step is FlowStep.CommitDecision or FlowStep.CommitResult or FlowStep.GiveUp)
        {
            me.State = rule.Next;
            me.Operation = row.Operation;
            me.Phase = WorkerPhase.Acts;
        }
        else
        {
            row.Holder = 0;
            me = default;
        }

        return next;
    }

    private bool Holds(in RowModel row, in WorkerModel me, int worker) =>
        variant == FlowVariant.WithoutFence || (row.Fence == me.Fence && row.Holder == worker + 1);

    private bool Reserve(World world, int row, out int holder)
    {
        ref var reservation = ref world.Reservation[World.ReservationOf(row)];
        holder = reservation - 1;
        if (reservation == 0 || holder == row || variant == FlowVariant.WithoutReservation)
        {
            reservation = (byte)(row + 1);
            return true;
        }

        return false;
    }

    private void Write(World world, ref RowModel row, ref WorkerModel me, FlowStep step)
    {
        switch (step)
        {
            case FlowStep.CommitDecision:
                row.Decision = me.Decision;
                break;
            case FlowStep.CommitResult:
                row.Result = me.Result;
                break;
            case FlowStep.GiveUp:
                row.Operation++;
                row.Decision = default;
                world.Reservation[World.ReservationOf(me.Row)] = 0;
                break;
            case FlowStep.Finish:
                // The engine plans from the committed result; the broken variant from the committed decision.
                var planned = variant == FlowVariant.PlansFromDecision ? row.Decision.Ticket : row.Result.Ticket;
                row.Outcome = row.Result.Created ? JournalOutcome.Created : JournalOutcome.Appended;
                row.IndexedTicket = row.Result.Ticket;
                row.Mails++;
                row.MailNamesTicket = planned;
                break;
            case FlowStep.FinishAsDuplicate:
                row.Outcome = JournalOutcome.Duplicate;
                break;
        }
    }
}
