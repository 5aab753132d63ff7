using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>
/// Reads UTF-7 (RFC 2152), for header text and text/plain alone: there the characters that it hides are as harmless as written
/// ones. Where markup is expected it stays refused. Octets that mean nothing stand for themselves or become U+FFFD.
/// </summary>
internal sealed class Utf7 : Encoding
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Decode(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex));

    public override int GetCharCount(byte[] bytes, int index, int count)
    {
        var room = ArrayPool<char>.Shared.Rent(count);
        var length = Decode(bytes.AsSpan(index, count), room);
        ArrayPool<char>.Shared.Return(room);
        return length;
    }

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException("UTF-7 is only read.");

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException("UTF-7 is only read.");

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException("UTF-7 is only read.");

    private static int Decode(ReadOnlySpan<byte> octets, Span<char> chars)
    {
        var written = 0;
        while (!octets.IsEmpty)
        {
            var shift = octets.IndexOf((byte)'+');
            var plain = shift < 0 ? octets : octets[..shift];
            foreach (var octet in plain)
                chars[written++] = octet < 0x80 ? (char)octet : '\ufffd';
            octets = octets[plain.Length..];
            if (octets.IsEmpty)
                break;

            var end = octets[1..].IndexOfAnyExcept(Digits);
            var digits = end < 0 ? octets[1..] : octets.Slice(1, end);
            octets = octets[(digits.Length + 1)..];
            var made = Shifted(digits, chars[written..]);
            written += made;
            // A plus sign that shifts to nothing is one, be it written as the RFC wants it (+-) or not.
            if (made == 0)
            {
                chars[written++] = '+';
                written += Latin1.GetChars(digits, chars[written..]);
            }

            if ((made > 0 || digits.IsEmpty) && octets.StartsWith("-"u8))
                octets = octets[1..];
        }

        return written;
    }

    /// <summary>Decodes sixteen bits a character, and puts U+FFFD for halves of surrogate pairs.</summary>
    private static int Shifted(ReadOnlySpan<byte> digits, Span<char> chars)
    {
        var written = 0;
        var bits = 0;
        var count = 0;
        foreach (var digit in digits)
        {
            bits = ((bits << 6) | Value(digit)) & 0x3fffff;
            count += 6;
            if (count < 16)
                continue;
            count -= 16;
            var unit = (char)(bits >> count);
            var pairs = char.IsLowSurrogate(unit) && written > 0 && char.IsHighSurrogate(chars[written - 1]);
            if (!pairs)
            {
                Settle(chars[..written]);
                unit = char.IsLowSurrogate(unit) ? '\ufffd' : unit;
            }

            chars[written++] = unit;
        }

        Settle(chars[..written]);
        return written;
    }

    private static void Settle(Span<char> chars)
    {
        if (!chars.IsEmpty && char.IsHighSurrogate(chars[^1]))
            chars[^1] = '\ufffd';
    }

    private static int Value(byte digit) => digit switch
    {
        >= (byte)'a' => digit - 'a' + 26,
        >= (byte)'A' => digit - 'A',
        >= (byte)'0' => digit - '0' + 52,
        (byte)'+' => 62,
        _ => 63,
    };
}
