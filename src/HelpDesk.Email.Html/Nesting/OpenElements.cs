using System.Buffers;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// The stack of open elements. Each element carries the places of its nearest relations, so that no question
/// about scope needs a walk down the stack and hostile nesting costs no more than any other.
/// </summary>
internal ref struct OpenElements
{
    /// <summary>The most elements within each other; what is nested deeper is taken out of its elements.</summary>
    internal const int MostDepth = 256;

    // A table, its body, a row, a cell.
    private const int TableDepth = 4;

    private readonly OpenElement[] _elements = ArrayPool<OpenElement>.Shared.Rent(MostDepth);
    private readonly short[] _last = ArrayPool<short>.Shared.Rent(ElementTable.Count);

    public OpenElements() => Array.Fill(_last, (short)-1);

    internal int Count { get; private set; }

    /// <summary>Whether the element may begin; a table only if a cell in it may.</summary>
    internal readonly bool HasRoomFor(ElementId element) => Count + (element == ElementId.Table ? TableDepth : 1) <= MostDepth;

    internal readonly ref OpenElement this[int index] => ref _elements[index];

    internal readonly ElementId Current => Count == 0 ? ElementId.Unknown : _elements[Count - 1].Id;

    internal readonly ElementTraits CurrentTraits => Count == 0 ? ElementTraits.None : ElementTable.Of(_elements[Count - 1].Id);

    /// <summary>The innermost open element of that kind, or -1.</summary>
    internal readonly int Last(ElementId element) => _last[(int)element];

    /// <summary>The innermost special element, or -1.</summary>
    internal readonly int Special => Count == 0 ? -1 : _elements[Count - 1].Special;

    /// <summary>The innermost element that end tags don't reach over, or -1.</summary>
    internal readonly int Scope => Count == 0 ? -1 : _elements[Count - 1].Scope;

    /// <summary>The innermost element beyond which a new item closes none, or -1.</summary>
    internal readonly int ItemStop => Count == 0 ? -1 : _elements[Count - 1].ItemStop;

    /// <summary>The innermost list, or -1.</summary>
    internal readonly int List => Count == 0 ? -1 : _elements[Count - 1].List;

    /// <summary>The innermost element that formatting from outside doesn't enter, or -1.</summary>
    internal readonly int Marker => Count == 0 ? -1 : _elements[Count - 1].Marker;

    internal void Push(in OpenElement element)
    {
        var traits = ElementTable.Of(element.Id);
        var index = (short)Count;
        ref var pushed = ref _elements[index];
        pushed = element;
        pushed.OuterSame = _last[(int)element.Id];
        pushed.Special = Has(traits, ElementTraits.Special) ? index : (short)Special;
        pushed.Scope = Has(traits, ElementTraits.Scope) ? index : (short)Scope;
        pushed.List = Has(traits, ElementTraits.List) ? index : (short)List;
        pushed.Marker = Has(traits, ElementTraits.Marker) ? index : (short)Marker;
        var stops = Has(traits, ElementTraits.Special) && !Has(traits, ElementTraits.Item)
            && element.Id is not (ElementId.Address or ElementId.Div or ElementId.P);
        pushed.ItemStop = stops ? index : (short)ItemStop;
        _last[(int)element.Id] = index;
        Count++;
    }

    internal OpenElement Pop()
    {
        ref var popped = ref _elements[--Count];
        _last[(int)popped.Id] = popped.OuterSame;
        return popped;
    }

    internal readonly void Dispose()
    {
        ArrayPool<OpenElement>.Shared.Return(_elements);
        ArrayPool<short>.Shared.Return(_last);
    }

    private static bool Has(ElementTraits traits, ElementTraits trait) => (traits & trait) != 0;
}
