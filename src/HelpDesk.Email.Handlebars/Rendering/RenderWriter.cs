using System.Buffers;
using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Takes what a part writes, into a pooled buffer, under the budget. Its format provider is the culture of the mail.</summary>
internal sealed class RenderWriter : TextWriter
{
    private readonly RenderBudget _budget;
    private char[] _buffer = ArrayPool<char>.Shared.Rent(4096);
    private int _length;

    public RenderWriter(CultureInfo culture, RenderBudget budget)
        : base(culture) => _budget = budget;

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        _budget.Spend(_length + buffer.Length);
        if (buffer.Length > _buffer.Length - _length)
        {
            Grow(_length + buffer.Length);
        }

        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = [];
            _length = 0;
        }

        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
