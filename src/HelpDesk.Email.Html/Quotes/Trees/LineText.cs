using System.Buffers;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>Gathers the text of lines, decoded and with white space collapsed, as far as it matters.</summary>
internal ref struct LineText(int capacity)
{
    // What introduces a quotation is shorter; of longer lines the beginning is enough.
    private const int Longest = 600;

    // What stands in a line as it is, blanks among it as long as none follows another.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private CharBuffer _text = new(Math.Min(capacity, 1 << 16));
    private bool _wantsSpace;

    internal int Start { get; private set; }

    /// <summary>Begins a line; a space stands between the lines, so that several can be read as one.</summary>
    internal void Begin()
    {
        if (_text.Length > 0) _text.Append(' ');
        Start = _text.Length;
        _wantsSpace = false;
    }

    internal void Append(scoped ReadOnlySpan<char> text, bool isRaw)
    {
        Span<char> reference = stackalloc char[2];
        for (var at = 0; at < text.Length && _text.Length - Start < Longest; at++)
        {
            var run = text[at..Math.Min(text.Length, at + Longest)].IndexOfAnyExcept(Plain);
            if (run < 0) run = Math.Min(text.Length - at, Longest);
            if (run > 0)
            {
                AppendPlain(text.Slice(at, run));
                at += run - 1;
                continue;
            }

            if (text[at] == '&' && !isRaw && CharacterReference.Decode(text, at, inAttribute: false, reference, out var written) is > 0 and var length)
            {
                foreach (var c in reference[..written]) Append(c);
                at += length - 1;
            }
            else
            {
                Append(text[at]);
            }
        }
    }

    /// <returns>The length of the line that ends here.</returns>
    internal readonly int End() => _text.Length - Start;

    public override readonly string ToString() => _text.ToString();

    internal void Dispose() => _text.Dispose();

    private void AppendPlain(scoped ReadOnlySpan<char> run)
    {
        while (true)
        {
            var words = run.TrimStart(' ');
            if (words.Length < run.Length) _wantsSpace = _text.Length > Start;
            if (words.IsEmpty) return;
            var end = words.IndexOf("  ");
            if (end < 0) end = words.Length;
            if (_wantsSpace) _text.Append(' ');
            var visible = words[..end].TrimEnd(' ');
            _text.Append(visible[..Math.Min(visible.Length, Math.Max(1, Longest + Start - _text.Length))]);
            _wantsSpace = visible.Length < words.Length;
            run = words[end..];
            if (run.IsEmpty || _text.Length - Start >= Longest) return;
        }
    }

    private void Append(char c)
    {
        // Marks of direction and width stand before the labels of some programs.
        if (c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E'))
            return;
        if (c <= ' ' || char.IsWhiteSpace(c))
        {
            _wantsSpace = _text.Length > Start;
            return;
        }

        if (_wantsSpace) _text.Append(' ');
        _wantsSpace = false;
        _text.Append(c);
    }
}
