using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// The formatting elements that a block's end has closed and no end tag has: the next text opens them again
/// (the "list of active formatting elements" of WHATWG HTML, section 13.2.4.3).
/// </summary>
/// <remarks>Only a few are kept: mails that leave many open mean nothing by it, and each costs at every block.</remarks>
internal struct WaitingFormats
{
    private const int Most = 8;

    private Slots _slots;
    private int _floor;

    internal int Count { get; private set; }

    /// <summary>Whether any waits that may be opened here.</summary>
    internal readonly bool Any => Count > _floor;

    /// <summary>Adds one that was opened before all that wait here.</summary>
    internal void AddOuter(in OpenElement element)
    {
        if (Count - _floor >= Most || Count >= Slots.Length) return;
        for (var i = Count; i > _floor; i--) _slots[i] = _slots[i - 1];
        _slots[_floor] = element;
        Count++;
    }

    /// <summary>Takes out the one opened first.</summary>
    internal OpenElement TakeOuter()
    {
        var taken = _slots[_floor];
        RemoveAt(_floor);
        return taken;
    }

    /// <summary>Takes out the one opened last, if it is of that kind; its end tag has come.</summary>
    internal void Remove(Tokens.ElementId id)
    {
        for (var i = Count - 1; i >= _floor; i--)
        {
            if (_slots[i].Id != id) continue;
            RemoveAt(i);
            return;
        }
    }

    /// <summary>A cell begins: what waits now waits for the cell's end.</summary>
    /// <returns>The floor to give back to <see cref="LeaveMarker"/>.</returns>
    internal short EnterMarker()
    {
        var before = (short)_floor;
        _floor = Count;
        return before;
    }

    internal void LeaveMarker(short before)
    {
        Count = _floor;
        _floor = before;
    }

    private void RemoveAt(int index)
    {
        for (var i = index; i < Count - 1; i++) _slots[i] = _slots[i + 1];
        Count--;
    }

    [InlineArray(Length)]
    private struct Slots
    {
        internal const int Length = 64;
        private OpenElement _first;
    }
}
