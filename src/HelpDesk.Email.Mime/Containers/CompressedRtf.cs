using System.Buffers.Binary;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>Expands compressed RTF (MS-OXRTFCP).</summary>
internal static class CompressedRtf
{
    private const int Window = 4096;

    private static readonly byte[] Beginning =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"u8.ToArray();

    /// <summary>Expands, up to a number of octets.</summary>
    /// <returns>The RTF, or null where the octets are none.</returns>
    public static byte[]? Expand(ReadOnlySpan<byte> octets, int most)
    {
        if (octets.Length < 16)
            return null;
        var rawLength = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(octets[4..]), most);
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(octets[8..]);
        var content = octets[16..];
        if (kind == 0x414c454d)
            return content[..Math.Min(content.Length, rawLength)].ToArray();
        return kind == 0x75465a4c ? Expand(content, new List<byte>(Math.Min(rawLength, octets.Length * 4)), rawLength) : null;
    }

    private static byte[] Expand(ReadOnlySpan<byte> content, List<byte> rtf, int most)
    {
        var window = new byte[Window];
        Beginning.CopyTo(window, 0);
        var write = Beginning.Length;
        var read = 0;
        while (read < content.Length && rtf.Count < most)
        {
            var control = content[read++];
            for (var bit = 0; bit < 8 && rtf.Count < most; bit++)
            {
                if ((control & (1 << bit)) == 0)
                {
                    if (read >= content.Length)
                        return [.. rtf];
                    Put(content[read++], window, ref write, rtf);
                    continue;
                }

                if (read + 1 >= content.Length)
                    return [.. rtf];
                var token = (content[read] << 8) | content[read + 1];
                read += 2;
                var from = token >> 4;
                // A reference to the place that is written next is the end.
                if (from == write)
                    return [.. rtf];
                for (var length = (token & 15) + 2; length > 0 && rtf.Count < most; length--)
                {
                    Put(window[from], window, ref write, rtf);
                    from = (from + 1) % Window;
                }
            }
        }

        return [.. rtf];
    }

    private static void Put(byte octet, byte[] window, ref int write, List<byte> rtf)
    {
        rtf.Add(octet);
        window[write] = octet;
        write = (write + 1) % Window;
    }
}
