using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Records;

namespace HelpDesk.Email.Tests.Records;

/// <summary>Notices that live as long as the test, and fail as often as they are told to.</summary>
internal sealed class Notices : IRecordModule
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, RecordResult> _results = [];

    public string Name => "Notice";

    public Dictionary<string, RecordChange> All { get; } = [];

    public List<RecordChange> Asked { get; } = [];

    public Exception? Fault { get; set; }

    /// <summary>Whether a fault comes after the change was made, as when an answer is lost.</summary>
    public bool FaultsAfterwards { get; set; }

    public ContactRole? LeastRole(RecordOperation operation) => operation == RecordOperation.Delete ? ContactRole.Administrator : ContactRole.Technician;

    public ValueTask<string?> WhyNotAsync(RecordChange change, CancellationToken cancellationToken) =>
        ValueTask.FromResult(change.Field("colour") is not null ? "notices have no colour" : null);

    public ValueTask<RecordResult> ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Asked.Add(change);
            if (Fault is { } early && !FaultsAfterwards && !change.IsEmpty)
            {
                throw early;
            }

            if (!_results.TryGetValue(change.OperationId, out var result))
            {
                result = change.IsEmpty ? RecordResult.Void : Make(change);
                _results.Add(change.OperationId, result);
            }

            if (Fault is { } late && !change.IsEmpty)
            {
                Fault = null;
                throw late;
            }

            return ValueTask.FromResult(result);
        }
    }

    private RecordResult Make(RecordChange change)
    {
        if (change.Operation != RecordOperation.Create && !All.ContainsKey(change.Id!))
        {
            return RecordResult.Refused($"there is no notice {change.Id}");
        }

        var id = change.Id ?? $"{All.Count + 1}";
        if (change.Operation == RecordOperation.Delete)
        {
            All.Remove(id);
        }
        else
        {
            All[id] = change;
        }

        return RecordResult.Applied(id, change.Field("ticket"));
    }
}
