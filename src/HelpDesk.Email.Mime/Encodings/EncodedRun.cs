using System.Text;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>The octets of adjacent encoded-words of one charset, decoded together: many senders split them inside a character.</summary>
internal ref struct EncodedRun(int capacity)
{
    private PooledOctets _octets = new(capacity);
    private string? _charset;

    public void Add(ReadOnlySpan<byte> value, EncodedWord word, StringBuilder text, string? defaultCharset)
    {
        var charset = value[word.CharsetStart..word.CharsetEnd];
        var language = charset.IndexOf((byte)'*');
        if (language >= 0)
            charset = charset[..language];
        if (_charset is null || !Ascii.EqualsIgnoreCase(charset, _charset))
        {
            FlushTo(text, defaultCharset);
            _charset = Encoding.Latin1.GetString(charset);
        }

        var encoded = value[word.TextStart..word.TextEnd];
        if (word.Base64)
            AddBase64(encoded);
        else
            AddQ(encoded);
    }

    public void FlushTo(StringBuilder text, string? defaultCharset)
    {
        if (_octets.Count > 0)
        {
            var octets = _octets.Written;
            var encoding = TextDecoding.Choose(ref octets, _charset, defaultCharset, defects: null);
            text.Append(encoding.GetString(octets));
            _octets.Clear();
        }

        _charset = null;
    }

    public void Dispose() => _octets.Dispose();

    private void AddBase64(ReadOnlySpan<byte> encoded)
    {
        var decoder = new Base64Decoder();
        while (true)
        {
            var count = decoder.Decode(encoded, _octets.Reserve(TransferDecoder.Piece), final: true, out var consumed);
            _octets.Commit(count);
            encoded = encoded[consumed..];
            if (encoded.IsEmpty)
                return;
        }
    }

    private void AddQ(ReadOnlySpan<byte> encoded)
    {
        var room = _octets.Reserve(encoded.Length);
        var written = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var octet = encoded[i];
            if (octet == '_')
            {
                octet = (byte)' ';
            }
            else if (octet == '=' && i + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                octet = (byte)((Hex(encoded[i + 1]) << 4) | Hex(encoded[i + 2]));
                i += 2;
            }

            room[written++] = octet;
        }

        _octets.Commit(written);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
