using System.Buffers;
using System.Buffers.Text;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>
/// Base64 (RFC 2045 section 6.8): whole lines by vectors, and what is not clean octet by octet. Rubbish between the digits is
/// passed over; padding ends a run, after which another may follow, as when encoded pieces were put together.
/// </summary>
internal sealed class Base64Decoder : TransferDecoder
{
    private static readonly SearchValues<byte> Clean = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);
    private static readonly sbyte[] Digits = MakeDigits();
    private int _bits;
    private int _count;

    public override int Decode(ReadOnlySpan<byte> source, Span<byte> destination, bool final, out int consumed)
    {
        var read = 0;
        var written = 0;
        while (read < source.Length && destination.Length - written >= 3)
        {
            if (_count == 0)
            {
                // Only clean digits go to the vectors: what the framework makes of blanks between them depends on where they stand.
                var rest = source[read..];
                var end = rest.IndexOfAnyExcept(Clean);
                var run = Math.Min(end < 0 ? rest.Length : end, (destination.Length - written) / 3 * 4) & ~3;
                if (run > 0)
                {
                    Base64.DecodeFromUtf8(rest[..run], destination[written..], out var taken, out var made, isFinalBlock: false);
                    read += taken;
                    written += made;
                    continue;
                }
            }

            written += DecodeOne(source[read++], destination[written..]);
        }

        if (final && read == source.Length && destination.Length - written >= 3)
            written += Flush(destination[written..]);
        consumed = read;
        return written;
    }

    private int DecodeOne(byte octet, Span<byte> destination)
    {
        int digit = Digits[octet];
        if (digit >= 0)
        {
            _bits = (_bits << 6) + digit;
            if (++_count < 4)
                return 0;
            destination[0] = (byte)(_bits >> 16);
            destination[1] = (byte)(_bits >> 8);
            destination[2] = (byte)_bits;
            _bits = 0;
            _count = 0;
            return 3;
        }

        if (octet == '=')
            return Flush(destination);
        if (octet is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
            Damaged = true;
        return 0;
    }

    private int Flush(Span<byte> destination)
    {
        var made = 0;
        if (_count == 3)
        {
            destination[0] = (byte)(_bits >> 10);
            destination[1] = (byte)(_bits >> 2);
            made = 2;
        }
        else if (_count == 2)
        {
            destination[0] = (byte)(_bits >> 4);
            made = 1;
        }
        else if (_count == 1)
        {
            Damaged = true;
        }

        _bits = 0;
        _count = 0;
        return made;
    }

    private static sbyte[] MakeDigits()
    {
        var digits = new sbyte[256];
        Array.Fill(digits, (sbyte)-1);
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < Alphabet.Length; i++)
            digits[Alphabet[i]] = (sbyte)i;
        return digits;
    }
}
