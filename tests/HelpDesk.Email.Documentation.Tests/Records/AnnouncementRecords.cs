using HelpDesk.Email.Contacts;
using HelpDesk.Email.Records;

namespace HelpDesk.Email.Documentation.Tests.Records;

#region record-module
/// <summary>Announcements, as they stand on a page of the host.</summary>
internal sealed class AnnouncementRecords : IRecordModule
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, RecordResult> _results = [];
    private readonly SortedDictionary<int, Announcement> _announcements = [];

    public string Name => "announcement";

    public IReadOnlyCollection<Announcement> All => _announcements.Values;

    public ContactRole? LeastRole(RecordOperation operation) =>
        operation == RecordOperation.Delete ? ContactRole.Administrator : ContactRole.Technician;

    public ValueTask<string?> WhyNotAsync(RecordChange change, CancellationToken cancellationToken) =>
        ValueTask.FromResult(change.Operation == RecordOperation.Create || Find(change.Id) is not null ? null : $"there is no announcement {change.Id}");

    public ValueTask<RecordResult> ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        // A table of results, keyed by the operation, in the transaction that makes the change.
        lock (_gate)
        {
            if (!_results.TryGetValue(change.OperationId, out var result))
            {
                result = change.IsEmpty ? RecordResult.Void : Make(change);
                _results.Add(change.OperationId, result);
            }

            return ValueTask.FromResult(result);
        }
    }

    private RecordResult Make(RecordChange change)
    {
        var id = change.Operation == RecordOperation.Create ? _announcements.Keys.LastOrDefault() + 1 : Find(change.Id)?.Id;
        if (id is not { } number)
        {
            return RecordResult.Refused($"there is no announcement {change.Id}");
        }

        if (change.Operation == RecordOperation.Delete)
        {
            _announcements.Remove(number);
        }
        else
        {
            _announcements[number] = new Announcement(number, change.Subject, change.Text, change.Field("Place"));
        }

        return RecordResult.Applied($"{number}");
    }

    private Announcement? Find(string? id) => int.TryParse(id, out var number) ? _announcements.GetValueOrDefault(number) : null;
}

internal sealed record Announcement(int Id, string Title, string Text, string? Place);
#endregion
