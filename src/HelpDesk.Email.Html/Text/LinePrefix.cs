using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Text;

/// <summary>What stands before each line within quotations and list items.</summary>
internal struct LinePrefix
{
    // Deeper nesting is no longer shown, or a flood of it would multiply the text.
    private const int Deepest = 16;

    private readonly string?[] _markers = new string?[Deepest];
    private readonly bool[] _isWritten = new bool[Deepest];

    public LinePrefix()
    {
    }

    internal int Count { get; private set; }

    internal void PushQuote() => Push(null);

    internal void PushItem(string marker) => Push(marker);

    internal void Pop() => Count--;

    internal readonly void Write(scoped ref CharBuffer target) => Write(ref target, Count);

    /// <summary>Writes the prefix of the outer <paramref name="count"/> only.</summary>
    internal readonly void Write(scoped ref CharBuffer target, int count)
    {
        for (var i = 0; i < Math.Min(count, Deepest); i++)
        {
            if (_markers[i] is not { } marker)
            {
                target.Append("> ");
            }
            else if (_isWritten[i])
            {
                target.Append(' ', marker.Length);
            }
            else
            {
                target.Append(marker);
                _isWritten[i] = true;
            }
        }
    }

    private void Push(string? marker)
    {
        if (Count < Deepest)
        {
            _markers[Count] = marker;
            _isWritten[Count] = false;
        }

        Count++;
    }
}
