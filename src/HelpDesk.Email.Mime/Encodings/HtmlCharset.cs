using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>The charset that HTML itself names, for parts whose header names none.</summary>
internal static class HtmlCharset
{
    // Where the HTML standard wants the declaration to stand.
    private const int Sight = 1024;
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\"'>; \t\r\n/"u8);

    /// <summary>The name after the first <c>charset=</c>; null where there is none, or where the octets are UTF-8 and need none.</summary>
    public static string? Find(ReadOnlySpan<byte> html)
    {
        var head = html[..Math.Min(html.Length, Sight)];
        var start = IndexOfCharset(head);
        if (start < 0 || (Utf8.IsValid(html) && !html.Contains((byte)0x1b)))
            return null;
        var value = head[start..].TrimStart(" \t\r\n=\"'"u8);
        var end = value.IndexOfAny(Ends);
        return end > 0 && Ascii.IsValid(value[..end]) ? Encoding.ASCII.GetString(value[..end]) : null;
    }

    private static int IndexOfCharset(ReadOnlySpan<byte> head)
    {
        for (var i = 0; i + 8 < head.Length; i++)
        {
            if ((head[i] | 0x20) == 'c' && Ascii.EqualsIgnoreCase(head.Slice(i, 7), "charset") && head[(i + 7)..].TrimStart((byte)' ').StartsWith("="u8))
                return i + 7;
        }

        return -1;
    }
}
