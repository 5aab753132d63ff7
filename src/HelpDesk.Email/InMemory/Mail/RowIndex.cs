namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The ids of the rows under each key, ascending.</summary>
internal sealed class RowIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, SortedSet<long>> _ids = [];

    public IReadOnlyCollection<long> this[TKey key] => _ids.TryGetValue(key, out var ids) ? ids : [];

    public void Add(TKey key, long id)
    {
        if (!_ids.TryGetValue(key, out var ids))
        {
            _ids.Add(key, ids = []);
        }

        ids.Add(id);
    }

    public void Remove(TKey key, long id)
    {
        if (_ids.TryGetValue(key, out var ids) && ids.Remove(id) && ids.Count == 0)
        {
            _ids.Remove(key);
        }
    }
}
