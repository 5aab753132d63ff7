namespace HelpDesk.Email.Html.Tokens;

/// <summary>The attributes of the tag that was read last.</summary>
internal struct AttributeList
{
    // Nobody writes so many; a flood of attributes then costs memory no more.
    private const int Most = 512;

    private HtmlAttribute[] _items = new HtmlAttribute[16];
    private int _count;

    public AttributeList()
    {
    }

    internal readonly ReadOnlySpan<HtmlAttribute> Items => _items.AsSpan(0, _count);

    internal void Clear() => _count = 0;

    /// <summary>Adds one, if there are not too many.</summary>
    internal void Add(in HtmlAttribute attribute)
    {
        if (_count == Most) return;
        if (_count == _items.Length) Array.Resize(ref _items, _items.Length * 2);
        _items[_count++] = attribute;
    }

    /// <summary>Whether a place in the source belongs to the last value: in &lt;a href=x/&gt; the slash does.</summary>
    internal readonly bool LastValueHolds(int position)
    {
        if (_count == 0) return false;
        ref readonly var last = ref _items[_count - 1];
        return last.ValueStart <= position && position < last.ValueStart + last.ValueLength;
    }
}
