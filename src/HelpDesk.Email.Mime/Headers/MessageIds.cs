using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Reads message identifiers (RFC 5322 section 3.6.4), each given with its angle brackets.</summary>
internal static class MessageIds
{
    private const int Longest = 998;

    /// <summary>The identifier of a Message-ID field, or null where it holds none.</summary>
    public static string? ReadOne(ReadOnlySpan<byte> value)
    {
        var ids = new List<string>(1);
        Read(value, 1, ids);
        return ids.Count == 0 ? null : ids[0];
    }

    /// <summary>Adds the identifiers of a field: those in angle brackets, or, where there are none, the words with an at sign.</summary>
    /// <returns>Whether all fitted; else the first ones and the last are there.</returns>
    public static bool Read(ReadOnlySpan<byte> value, int most, List<string> ids)
    {
        var buffer = new PooledOctets(0);
        var text = HeaderText.Unfold(value, ref buffer);
        var fitted = text.Contains((byte)'<') ? ReadBracketed(text, most, ids) : ReadBare(text, most, ids);
        buffer.Dispose();
        return fitted;
    }

    private static bool ReadBracketed(ReadOnlySpan<byte> text, int most, List<string> ids)
    {
        var fitted = true;
        while (true)
        {
            var open = text.IndexOf((byte)'<');
            if (open < 0)
                return fitted;
            text = text[(open + 1)..];
            var end = text.IndexOfAny((byte)'<', (byte)'>');
            if (end < 0)
                end = text.Length;
            fitted &= Add(text[..end], most, ids);
            text = text[end..];
        }
    }

    private static bool ReadBare(ReadOnlySpan<byte> text, int most, List<string> ids)
    {
        var fitted = true;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(" \t,;"u8);
            if (end < 0)
                end = text.Length;
            if (text[..end].Contains((byte)'@'))
                fitted &= Add(text[..end].Trim("\"'()>"u8), most, ids);
            text = text[Math.Min(text.Length, end + 1)..];
        }

        return fitted;
    }

    private static bool Add(ReadOnlySpan<byte> id, int most, List<string> ids)
    {
        if (id.IsEmpty || id.Length > Longest)
            return true;
        var text = HeaderText.Strip(TextDecoding.DecodeHeader(id, null));
        if (text.Contains(' ', StringComparison.Ordinal))
        {
            // Folding inside an identifier left white space in it.
            text = text.Replace(" ", "", StringComparison.Ordinal);
        }

        if (text.Length == 0)
            return true;
        if (ids.Count < most)
        {
            ids.Add($"<{text}>");
            return true;
        }

        if (most > 1)
        {
            // Of a long chain the start and the nearest ancestors count: the middle goes.
            ids.RemoveAt(1);
            ids.Add($"<{text}>");
        }

        return false;
    }
}
