using System.Buffers;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>A list on a rented array: a long mail has many nodes, for a moment only.</summary>
internal sealed class PooledList<T> : IDisposable
    where T : struct
{
    // What a huge mail needed goes to the garbage: the shared pool would keep it for good.
    private const int MostKept = 16 * 1024;

    private T[] _items = ArrayPool<T>.Shared.Rent(256);

    internal int Count { get; private set; }

    internal Span<T> Items => _items.AsSpan(0, Count);

    internal ref T this[int index] => ref _items[index];

    /// <returns>The item's index.</returns>
    internal int Add(in T item)
    {
        if (Count == _items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(Count * 2);
            Items.CopyTo(larger);
            Return();
            _items = larger;
        }

        _items[Count] = item;
        return Count++;
    }

    public void Dispose()
    {
        Return();
        _items = [];
        Count = 0;
    }

    private void Return()
    {
        if (_items.Length <= MostKept)
        {
            ArrayPool<T>.Shared.Return(_items, System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
