namespace HelpDesk.Email.Mime.Encodings;

/// <summary>Finds the encoded-words of a header value, each octet looked at a fixed number of times.</summary>
internal ref struct EncodedWordScanner(ReadOnlySpan<byte> octets, int position, bool acceptCut = true)
{
    private const int LongestCharset = 64;
    private readonly ReadOnlySpan<byte> _octets = octets;
    private int _position = position;
    private bool _noMoreEnds;

    public bool Next(out EncodedWord word)
    {
        while (true)
        {
            var offset = _octets[_position..].IndexOf("=?"u8);
            if (offset < 0)
            {
                word = default;
                return false;
            }

            var start = _position + offset;
            if (TryRead(start, out word))
            {
                _position = word.End;
                return true;
            }

            _position = start + 2;
        }
    }

    /// <summary>Reads the word that starts at <paramref name="start"/>, if one does.</summary>
    public bool TryRead(int start, out EncodedWord word)
    {
        word = default;
        var charset = start + 2;
        var rest = _octets[charset..];
        var length = rest[..Math.Min(rest.Length, LongestCharset)].IndexOf((byte)'?');
        if (length <= 0 || rest[..length].IndexOfAnyInRange((byte)0, (byte)' ') >= 0)
            return false;
        var mark = charset + length + 1;
        if (mark + 1 >= _octets.Length || _octets[mark + 1] != '?' || (_octets[mark] | 0x20) is not ('q' or 'b'))
            return false;

        var base64 = (_octets[mark] | 0x20) == 'b';
        var text = mark + 2;
        var end = _noMoreEnds ? -1 : _octets[text..].IndexOf("?="u8);
        if (end >= 0)
        {
            word = new EncodedWord(start, text + end + 2, charset, charset + length, base64, text, text + end);
            return true;
        }

        _noMoreEnds = true;
        // A header that was cut: its last word has no end. Anything else without an end is text.
        if (!acceptCut)
            return false;
        var tail = _octets[text..];
        if (tail.IndexOfAny(" \t\"<>"u8) >= 0 || tail.IndexOf("=?"u8) >= 0)
            return false;
        word = new EncodedWord(start, _octets.Length, charset, charset + length, base64, text, _octets.Length - (tail.EndsWith("?"u8) ? 1 : 0));
        return true;
    }
}
