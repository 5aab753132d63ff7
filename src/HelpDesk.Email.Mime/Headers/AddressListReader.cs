using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>
/// Walks an unfolded address list once. What stays open (a quote, a comment, an angle bracket) is looked for once and then
/// known to be open, so that no list takes more than linear time.
/// </summary>
internal ref struct AddressListReader(ReadOnlySpan<byte> list, string? defaultCharset)
{
    // An encoded-word may be 75 octets long; senders make them longer, but a display name is no essay.
    private const int LongestWord = 2048;
    private static readonly SearchValues<byte> Special = SearchValues.Create("\"(<,;:[= \t"u8);
    private readonly ReadOnlySpan<byte> _list = list;
    private PooledOctets _phrase = new(64);
    private PooledOctets _comment = new(0);
    private int _position;
    private bool _openQuote;
    private bool _openComment;
    private bool _openAngle;

    /// <summary>Reads the next mailbox.</summary>
    public bool Next([NotNullWhen(true)] out MailAddressBox? box)
    {
        while (_position < _list.Length)
        {
            box = ReadElement();
            if (box is not null)
                return true;
        }

        box = null;
        return false;
    }

    public void Dispose()
    {
        _phrase.Dispose();
        _comment.Dispose();
    }

    private MailAddressBox? ReadElement()
    {
        _phrase.Clear();
        _comment.Clear();
        var start = _position;
        var end = _list.Length;
        var angle = default(ReadOnlySpan<byte>);
        var angled = false;
        var at = false;
        var space = false;
        while (_position < _list.Length)
        {
            var octet = _list[_position];
            if (octet is (byte)',' or (byte)';')
            {
                end = _position++;
                break;
            }

            if (octet is (byte)' ' or (byte)'\t')
            {
                space = true;
                _position++;
                continue;
            }

            if (octet == '(' && !_openComment && SkipComment(out var comment))
            {
                _comment.Clear();
                _comment.Append(comment);
                space = true;
                continue;
            }

            if (octet == '<' && !_openAngle)
            {
                angle = ReadAngle();
                angled = true;
                continue;
            }

            if (octet == ':' && !angled && !at)
            {
                // The name of a group: its members follow.
                _position++;
                start = _position;
                _phrase.Clear();
                space = false;
                continue;
            }

            if (space && _phrase.Count > 0)
                _phrase.Append((byte)' ');
            space = false;
            if (octet == '"' && !_openQuote && ReadQuoted())
                continue;
            if (octet == '=' && ReadEncodedWord())
                continue;
            if (octet == '[' && ReadLiteral())
                continue;

            var run = _list[(_position + 1)..].IndexOfAny(Special);
            var stop = run < 0 ? _list.Length : _position + 1 + run;
            var text = _list[_position..stop];
            at |= text.Contains((byte)'@');
            if (octet != '"')
                _phrase.Append(text);
            else
                _phrase.Append(text[1..]);
            _position = stop;
        }

        if (angled)
            return AddressBoxes.Angled(angle, _phrase.Written, _comment.Written, defaultCharset);
        return AddressBoxes.Bare(_list[start..end], _comment.Written, defaultCharset);
    }

    private bool SkipComment(out ReadOnlySpan<byte> comment)
    {
        var depth = 0;
        for (var i = _position; i < _list.Length; i++)
        {
            var octet = _list[i];
            if (octet == '\\')
            {
                i++;
            }
            else if (octet == '(')
            {
                depth++;
            }
            else if (octet == ')' && --depth == 0)
            {
                comment = _list[(_position + 1)..i];
                _position = i + 1;
                return true;
            }
        }

        _openComment = true;
        comment = default;
        return false;
    }

    private ReadOnlySpan<byte> ReadAngle()
    {
        var start = _position + 1;
        while (start < _list.Length && _list[start] == '<')
            start++;
        var quoted = false;
        for (var i = start; i < _list.Length; i++)
        {
            var octet = _list[i];
            if (octet == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                i += octet == '\\' ? 1 : 0;
            }
            else if (octet == '>')
            {
                _position = i + 1;
                while (_position < _list.Length && _list[_position] == '>')
                    _position++;
                return _list[start..i];
            }
            else if (octet == '<')
            {
                // The bracket before was never closed: its address ends where the list goes on.
                return CutAngle(start, i);
            }
        }

        _openAngle = true;
        return CutAngle(start, _list.Length);
    }

    private ReadOnlySpan<byte> CutAngle(int start, int end)
    {
        var cut = _list[start..end].IndexOfAny((byte)',', (byte)';');
        _position = cut < 0 ? end : start + cut;
        return _list[start.._position];
    }

    private bool ReadQuoted()
    {
        var start = _position + 1;
        for (var i = start; i < _list.Length; i++)
        {
            if (_list[i] == '\\')
            {
                i++;
            }
            else if (_list[i] == '"')
            {
                QuotedText.Unescape(_list[start..i], ref _phrase);
                _position = i + 1;
                return true;
            }
        }

        _openQuote = true;
        return false;
    }

    private bool ReadEncodedWord()
    {
        var rest = _list[_position..Math.Min(_list.Length, _position + LongestWord)];
        if (!rest.StartsWith("=?"u8))
            return false;
        var scanner = new EncodedWordScanner(rest, 0, acceptCut: false);
        if (!scanner.TryRead(0, out var word) || rest[word.TextStart..word.TextEnd].IndexOfAny("<>\""u8) >= 0)
            return false;
        _phrase.Append(rest[..word.End]);
        _position += word.End;
        return true;
    }

    private bool ReadLiteral()
    {
        // A domain literal holds colons; it is short.
        var rest = _list[_position..Math.Min(_list.Length, _position + 64)];
        var end = rest.IndexOf((byte)']');
        if (end < 0)
            return false;
        _phrase.Append(rest[..(end + 1)]);
        _position += end + 1;
        return true;
    }
}
