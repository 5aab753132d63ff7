using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>Finds uuencoded files and OpenPGP signatures in plain text; one pass.</summary>
internal static class InlineBlocks
{
    private const int Most = 1000;
    private static readonly byte[] PgpStart = "-----BEGIN PGP SIGNED MESSAGE-----"u8.ToArray();
    private static readonly byte[] PgpSignature = "-----BEGIN PGP SIGNATURE-----"u8.ToArray();
    private static readonly byte[] PgpEnd = "-----END PGP SIGNATURE-----"u8.ToArray();

    /// <summary>Whether a text might hold any: most don't, and this is cheap to know.</summary>
    public static bool MayHold(ReadOnlySpan<byte> text) => text.IndexOf("begin "u8) >= 0 || text.IndexOf(PgpStart) >= 0;

    public static List<InlineBlock> Find(ReadOnlySpan<byte> text)
    {
        var blocks = new List<InlineBlock>();
        var signed = false;
        var position = 0;
        while (position < text.Length && blocks.Count < Most)
        {
            var next = LineEnd(text, position);
            var line = text[position..next];
            if (line.StartsWith("begin "u8) && TryUuFile(text, position, next, out var file))
            {
                blocks.Add(file);
                next = file.End;
            }
            else if (!signed && IsLine(line, PgpStart))
            {
                next = AfterBlank(text, next);
                blocks.Add(new InlineBlock(position, next, InlineBlockKind.PgpFrame, null));
                signed = true;
            }
            else if (signed && IsLine(line, PgpSignature))
            {
                next = AfterSignature(text, next);
                blocks.Add(new InlineBlock(position, next, InlineBlockKind.PgpSignature, null));
                signed = false;
            }
            else if (signed && line.StartsWith("- "u8))
            {
                blocks.Add(new InlineBlock(position, position + 2, InlineBlockKind.PgpFrame, null));
            }

            position = next;
        }

        return blocks;
    }

    private static bool TryUuFile(ReadOnlySpan<byte> text, int start, int first, out InlineBlock file)
    {
        file = default;
        var header = text[(start + 6)..first].Trim(" \r\n\t"u8);
        var blank = header.IndexOf((byte)' ');
        if (blank is < 3 or > 4 || header[..blank].IndexOfAnyExceptInRange((byte)'0', (byte)'7') >= 0)
            return false;
        var position = first;
        while (position < text.Length)
        {
            var next = LineEnd(text, position);
            var line = text[position..next].TrimEnd("\r\n"u8);
            var ended = line.TrimEnd((byte)' ').SequenceEqual("end"u8);
            // Text that goes on where data should: what came so far is the file, if it is anything.
            if (!ended && !IsUuLine(line))
                break;
            position = next;
            if (ended)
                break;
        }

        if (position <= first || !IsUuLine(text[first..LineEnd(text, first)].TrimEnd("\r\n"u8)))
            return false;
        var name = TextDecoding.DecodeHeader(header[blank..].Trim((byte)' '), null);
        file = new InlineBlock(start, position, InlineBlockKind.UuFile, name);
        return true;
    }

    private static bool IsUuLine(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
            return false;
        var count = (line[0] - 32) & 63;
        if (line[0] is < 32 or > 96)
            return false;
        // Blanks at the end may be lost, a checksum may be added.
        var digits = (count + 2) / 3 * 4;
        return count == 0 ? line.Length <= 2 : line.Length - 1 <= digits + 2 && line.Length - 1 >= count && line[1..].IndexOfAnyExceptInRange((byte)' ', (byte)'`') < 0;
    }

    private static int AfterBlank(ReadOnlySpan<byte> text, int position)
    {
        for (var lines = 0; position < text.Length && lines < 16; lines++)
        {
            var next = LineEnd(text, position);
            if (text[position..next].Trim(" \r\n\t"u8).IsEmpty)
                return next;
            position = next;
        }

        return position;
    }

    private static int AfterSignature(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length)
        {
            var next = LineEnd(text, position);
            if (IsLine(text[position..next], PgpEnd))
                return next;
            position = next;
        }

        return position;
    }

    private static bool IsLine(ReadOnlySpan<byte> line, ReadOnlySpan<byte> expected) => line.StartsWith(expected) && line[expected.Length..].Trim(" \r\n\t"u8).IsEmpty;

    private static int LineEnd(ReadOnlySpan<byte> text, int start)
    {
        var end = text[start..].IndexOf((byte)'\n');
        return end < 0 ? text.Length : start + end + 1;
    }
}
