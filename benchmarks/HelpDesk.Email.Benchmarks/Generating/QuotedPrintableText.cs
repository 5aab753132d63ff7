using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Writes quoted-printable (RFC 2045 section 6.7), by itself: what is measured should not read what it wrote.</summary>
internal static class QuotedPrintableText
{
    private const int Longest = 75;
    private const string Digits = "0123456789ABCDEF";

    public static void Write(IBufferWriter<byte> target, string text)
    {
        Span<byte> escape = stackalloc byte[3];
        var line = 0;
        foreach (var octet in Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)))
        {
            if (octet == '\n')
            {
                target.Write("\r\n"u8);
                line = 0;
                continue;
            }

            var isPlain = octet is >= 32 and <= 126 and not (byte)'=';
            if (line + (isPlain ? 1 : 3) > Longest)
            {
                target.Write("=\r\n"u8);
                line = 0;
            }

            if (isPlain)
            {
                target.Write([octet]);
                line++;
                continue;
            }

            escape[0] = (byte)'=';
            escape[1] = (byte)Digits[octet >> 4];
            escape[2] = (byte)Digits[octet & 15];
            target.Write(escape);
            line += 3;
        }
    }
}
