using System.Buffers.Binary;

namespace HelpDesk.Email.Content;

/// <summary>Reads from the first octets of a picture how large it is.</summary>
internal static class PictureSize
{
    /// <summary>Width and height in pixels; zeros where the octets don't say.</summary>
    public static (int Width, int Height) Read(ReadOnlySpan<byte> start) => ContentSigns.TypeOf(start) switch
    {
        "image/png" when start.Length >= 24 => (BinaryPrimitives.ReadInt32BigEndian(start[16..]), BinaryPrimitives.ReadInt32BigEndian(start[20..])),
        "image/gif" when start.Length >= 10 => (BinaryPrimitives.ReadUInt16LittleEndian(start[6..]), BinaryPrimitives.ReadUInt16LittleEndian(start[8..])),
        "image/bmp" when start.Length >= 26 && start[14] >= 40 => (BinaryPrimitives.ReadInt32LittleEndian(start[18..]), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(start[22..])) is var height and < int.MaxValue ? (int)height : 0),
        "image/jpeg" => OfJpeg(start),
        _ => default,
    };

    // Segment by segment, as far as the octets go.
    private static (int Width, int Height) OfJpeg(ReadOnlySpan<byte> start)
    {
        for (var at = 2; at + 9 < start.Length && start[at] == 0xFF;)
        {
            if (start[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(start[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(start[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(start[(at + 2)..]);
        }

        return default;
    }
}
