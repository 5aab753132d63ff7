using HelpDesk.Email.Decisions;
using HelpDesk.Email.Records;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Processing;

/// <summary>Gives a committed decision to whom it concerns: the ticket store, or the module of a record.</summary>
internal sealed class Appliers(ITicketStore tickets, RecordModules records)
{
    /// <summary>Applies a decision, or learns what became of it.</summary>
    public async ValueTask<AppliedAnswer> ApplyAsync(StoredDecision decision, Guid operationId, Func<int, Stream> openPart, CancellationToken cancellationToken)
    {
        if (decision.Record is { } record)
        {
            return Answer(await records.ApplyAsync(record with { OperationId = operationId }, cancellationToken).ConfigureAwait(false));
        }

        var change = DecisionJson.ChangeOf(decision, operationId, openPart);
        return Answer(await tickets.ApplyAsync(change, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Ends an operation: from here it has been applied, or never will be.</summary>
    public async ValueTask<AppliedAnswer> EndAsync(StoredDecision decision, Guid operationId, CancellationToken cancellationToken) =>
        decision.Record is { } record
            ? Answer(await records.ApplyAsync(RecordChange.Nothing(record.Module, operationId), cancellationToken).ConfigureAwait(false))
            : Answer(await tickets.ApplyAsync(TicketChange.Nothing(operationId), cancellationToken).ConfigureAwait(false));

    private static AppliedAnswer Answer(ApplyResult result) => new(
        result.Status switch
        {
            ApplyStatus.Applied => FlowSignal.Applied,
            ApplyStatus.Void => FlowSignal.Voided,
            _ => null,
        },
        result.ToJson());

    // A refusal is an answer like any other: the row ends with it, and a person sees it.
    private static AppliedAnswer Answer(RecordResult result) =>
        new(result.Status == RecordStatus.Void ? FlowSignal.Voided : FlowSignal.Applied, RecordResultJson.Write(result));
}
