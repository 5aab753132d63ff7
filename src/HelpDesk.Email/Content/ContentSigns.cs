using System.Buffers.Binary;
using System.Text;

namespace HelpDesk.Email.Content;

/// <summary>Tells the type of a file from its first octets.</summary>
internal static class ContentSigns
{
    /// <summary>How many octets are enough.</summary>
    public const int Enough = 1024;

    // Of several that fit, the first counts.
    private static readonly (byte[] Sign, int At, string Type)[] Signs =
    [
        (Ascii("%PDF-"), 0, "application/pdf"),
        ([0x89, .. Ascii("PNG\r\n\x1A\n")], 0, "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        (Ascii("GIF87a"), 0, "image/gif"),
        (Ascii("GIF89a"), 0, "image/gif"),
        (Ascii("WEBP"), 8, "image/webp"),
        (Ascii("WAVE"), 8, "audio/wav"),
        (Ascii("AVI "), 8, "video/x-msvideo"),
        (Ascii("ftypavif"), 4, "image/avif"),
        (Ascii("ftyphei"), 4, "image/heic"),
        (Ascii("ftypmif1"), 4, "image/heic"),
        (Ascii("ftypM4A"), 4, "audio/mp4"),
        (Ascii("ftypqt"), 4, "video/quicktime"),
        (Ascii("ftyp"), 4, "video/mp4"),
        ([0x49, 0x49, 0x2A, 0x00], 0, "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, "image/tiff"),
        (Ascii("PK\x03\x04"), 0, "application/zip"),
        (Ascii("PK\x05\x06"), 0, "application/zip"),
        (Ascii("Rar!\x1A\x07"), 0, "application/vnd.rar"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "application/x-7z-compressed"),
        ([0x1F, 0x8B, 0x08], 0, "application/gzip"),
        (Ascii("BZh"), 0, "application/x-bzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], 0, "application/x-xz"),
        (Ascii("ustar"), 257, "application/x-tar"),
        (Ascii("MSCF"), 0, "application/vnd.ms-cab-compressed"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "application/x-ole-storage"),
        (Ascii("{\\rtf"), 0, "application/rtf"),
        ([0x78, 0x9F, 0x3E, 0x22], 0, "application/vnd.ms-tnef"),
        ([0x7F, .. Ascii("ELF")], 0, "application/x-elf"),
        ([0xCF, 0xFA, 0xED, 0xFE], 0, "application/x-mach-binary"),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, "application/java-vm"),
        ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], 0, "application/x-ms-shortcut"),
        (Ascii("OggS"), 0, "audio/ogg"),
        (Ascii("fLaC"), 0, "audio/flac"),
        (Ascii("ID3"), 0, "audio/mpeg"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "video/webm"),
        (Ascii("#!"), 0, "text/x-shellscript"),
        (Ascii("BEGIN:VCALENDAR"), 0, "text/calendar"),
        (Ascii("BEGIN:VCARD"), 0, "text/vcard"),
    ];

    /// <summary>The media type that the octets show, or <see langword="null"/> where they show none.</summary>
    /// <param name="start">The first octets, up to <see cref="Enough"/> of them.</param>
    public static string? TypeOf(ReadOnlySpan<byte> start)
    {
        foreach (var (sign, at, type) in Signs)
        {
            if (start.Length >= at + sign.Length && start.Slice(at, sign.Length).SequenceEqual(sign))
            {
                return type;
            }
        }

        if (IsProgram(start))
        {
            return "application/x-msdownload";
        }

        return IsBitmap(start) ? "image/bmp" : MarkupOf(start);
    }

    // Two letters are little: behind them the header names the place of a second one, or is at least no text.
    private static bool IsProgram(ReadOnlySpan<byte> start)
    {
        if (start.Length < 64 || start[0] != 'M' || start[1] != 'Z')
        {
            return false;
        }

        var header = (long)BinaryPrimitives.ReadInt32LittleEndian(start[60..]);
        return header > 0 && header + 2 <= start.Length
            ? start[(int)header] is (byte)'P' or (byte)'N' or (byte)'L'
            : start[..64].Contains((byte)0);
    }

    private static bool IsBitmap(ReadOnlySpan<byte> start) =>
        start.Length >= 18 && start[0] == 'B' && start[1] == 'M' && BinaryPrimitives.ReadInt32LittleEndian(start[6..]) == 0 && start[14] is 12 or 40 or 52 or 56 or 64 or 108 or 124;

    // Browsers look for these, whatever the mail says.
    private static string? MarkupOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            start = start[3..];
        }

        Span<char> text = stackalloc char[Enough];
        var length = Encoding.Latin1.GetChars(start[..Math.Min(start.Length, Enough)], text);
        var markup = ((ReadOnlySpan<char>)text[..length]).TrimStart();
        if (markup is not ['<', ..])
        {
            return null;
        }

        if (markup.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return "image/svg+xml";
        }

        if (markup.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || markup.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || markup.StartsWith("<script", StringComparison.OrdinalIgnoreCase) || markup.StartsWith("<body", StringComparison.OrdinalIgnoreCase))
        {
            return "text/html";
        }

        return markup.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "application/xml" : null;
    }

    private static byte[] Ascii(string sign) => Encoding.Latin1.GetBytes(sign);
}
