using System.Buffers;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>
/// Writes markup that every parser reads alike: each tag by itself, each value quoted, every character that could
/// begin something written as a reference.
/// </summary>
internal ref struct MarkupWriter(int capacity)
{
    private const string Controls =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C"
        + "\u001D\u001E\u001F\u007F";

    private static readonly SearchValues<char> Notable = SearchValues.Create("&<>\"\r" + Controls);

    private CharBuffer _out = new(capacity);

    // A line feed right after <pre> is no text, so none may come there.
    private bool _isPreStart;
    private bool _wasPreStart;

    internal readonly int Length => _out.Length;

    internal void StartTag(string name)
    {
        _out.Append('<');
        _out.Append(name);
        _wasPreStart = _isPreStart;
        _isPreStart = false;
    }

    internal void EndStartTag(bool isPre = false)
    {
        _out.Append('>');
        _isPreStart = isPre;
    }

    internal void EndTag(string name)
    {
        _out.Append("</");
        _out.Append(name);
        _out.Append('>');
        _isPreStart = false;
    }

    /// <summary>Writes again what stands there already.</summary>
    internal void Repeat(int start, int length, bool isPre)
    {
        _out.AppendOwn(start, length);
        _isPreStart = isPre;
    }

    /// <summary>Takes back a piece of a tag.</summary>
    internal void Truncate(int length) => _out.Truncate(length);

    /// <summary>Takes back a start tag that was begun at <paramref name="start"/> and not ended.</summary>
    internal void TakeBackTag(int start)
    {
        _out.Truncate(start);
        _isPreStart = _wasPreStart;
    }

    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Decoded.</param>
    internal void Attribute(string name, scoped ReadOnlySpan<char> value)
    {
        BeginAttribute(name);
        Escape(value);
        EndAttribute();
    }

    /// <summary>Begins an attribute whose value is written in pieces.</summary>
    internal void BeginAttribute(string name)
    {
        _out.Append(' ');
        _out.Append(name);
        _out.Append("=\"");
    }

    /// <summary>Writes a piece of a value that holds nothing to be escaped.</summary>
    internal void AttributePiece(scoped ReadOnlySpan<char> piece) => _out.Append(piece);

    internal void AttributePiece(char piece) => _out.Append(piece);

    internal void EndAttribute() => _out.Append('"');

    /// <summary>Writes text as it stands in the source: references are read first.</summary>
    internal void SourceText(scoped ReadOnlySpan<char> text, bool isRaw)
    {
        if (isRaw)
        {
            Escape(text);
            return;
        }

        Span<char> reference = stackalloc char[2];
        while (true)
        {
            var next = text.IndexOf('&');
            if (next < 0) break;
            Escape(text[..next]);
            var length = CharacterReference.Decode(text, next, inAttribute: false, reference, out var written);
            if (length == 0) Escape("&");
            else Escape(reference[..written]);
            text = text[(next + Math.Max(length, 1))..];
        }

        Escape(text);
    }

    public override readonly string ToString() => _out.ToString();

    internal void Dispose() => _out.Dispose();

    private void Escape(scoped ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = text.IndexOfAny(Notable);
            if (next < 0) break;
            Plain(text[..next]);
            switch (text[next])
            {
                case '&':
                    Reference("&amp;");
                    break;
                case '<':
                    Reference("&lt;");
                    break;
                case '>':
                    Reference("&gt;");
                    break;
                case '"':
                    Reference("&quot;");
                    break;
                case '\f':
                    Plain(" ");
                    break;
                case '\r':
                    if (next + 1 >= text.Length || text[next + 1] != '\n') Plain("\n");
                    break;
                default:
                    break; // A control character: nobody sees it, and parsers differ on it.
            }

            text = text[(next + 1)..];
        }

        Plain(text);
    }

    private void Reference(string reference)
    {
        _isPreStart = false;
        _out.Append(reference);
    }

    private void Plain(scoped ReadOnlySpan<char> text)
    {
        if (_isPreStart)
        {
            text = text.TrimStart('\n');
            if (text.Length == 0) return;
            _isPreStart = false;
        }

        _out.Append(text);
    }
}
