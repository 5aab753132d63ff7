using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>
/// Writes text as encoded-words (RFC 2047): none over 75 characters, no character split between two, Q or B by which is shorter.
/// </summary>
internal static class EncodedWordWriter
{
    private const int Longest = 75;
    private const string Start = "=?utf-8?";
    private const int Frame = 12;

    /// <summary>Splits text into encoded-words.</summary>
    /// <param name="text">The text, of whole characters.</param>
    /// <param name="room">How many characters the first word may have; it gets at least what one character needs.</param>
    public static IEnumerable<string> Encode(string text, int room)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        var base64 = QLength(octets) > (octets.Length + 2) / 3 * 4;
        var limit = Math.Clamp(room, Frame + 24, Longest) - Frame;
        var start = 0;
        while (start < octets.Length)
        {
            var end = start;
            var length = 0;
            while (end < octets.Length)
            {
                var next = end + 1;
                while (next < octets.Length && (octets[next] & 0xC0) == 0x80)
                    next++;
                length = base64 ? (next - start + 2) / 3 * 4 : length + QLength(octets.AsSpan(end, next - end));
                if (length > limit)
                    break;
                end = next;
            }

            var piece = octets.AsSpan(start, end - start);
            yield return base64 ? $"{Start}b?{Convert.ToBase64String(piece)}?=" : $"{Start}q?{Q(piece)}?=";
            start = end;
            limit = Longest - Frame;
        }
    }

    private static int QLength(ReadOnlySpan<byte> octets)
    {
        var length = 0;
        foreach (var octet in octets)
            length += octet == ' ' || IsPlain(octet) ? 1 : 3;
        return length;
    }

    private static string Q(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(Longest);
        foreach (var octet in octets)
        {
            if (octet == ' ')
                text.Append('_');
            else if (IsPlain(octet))
                text.Append((char)octet);
            else
                text.Append('=').Append(octet.ToString("X2", null));
        }

        return text.ToString();
    }

    /// <summary>What stands for itself even in a display name (RFC 2047 section 5, rule 3).</summary>
    private static bool IsPlain(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';
}
