using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes parameters: as tokens, as quoted strings, or in the notation of RFC 2231.</summary>
internal static class ParameterWriter
{
    private const int LongestQuoted = 60;
    private const int Segment = 56;
    private const int MostSegments = 90;

    /// <summary>Makes the words of a field from its first word and its parameters, each but the last ending in a semicolon.</summary>
    public static void Write(HeaderWriter writer, string name, string first, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var words = new List<string> { first };
        foreach (var (key, value) in parameters)
            Add(words, key, TextHygiene.ForParameter(value));
        writer.Begin(name);
        for (var i = 0; i < words.Count; i++)
            writer.Word(i + 1 < words.Count ? words[i] + ";" : words[i]);
        writer.End();
    }

    private static void Add(List<string> words, string name, string value)
    {
        if (value.Length is > 0 and <= LongestQuoted && value.All(IsTokenCharacter))
        {
            words.Add($"{name}={value}");
        }
        else if (value.Length <= LongestQuoted && Ascii.IsValid(value) && !value.Contains("=?", StringComparison.Ordinal))
        {
            words.Add($"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
        else
        {
            AddExtended(words, name, value);
        }
    }

    private static void AddExtended(List<string> words, string name, string value)
    {
        var pieces = Escape(value);
        var length = pieces.Sum(piece => piece.Length);
        if (length <= Segment)
        {
            words.Add($"{name}*=utf-8''{string.Concat(pieces)}");
            return;
        }

        var most = Math.Max(Segment, length / MostSegments);
        var segment = new StringBuilder("utf-8''");
        var index = 0;
        foreach (var piece in pieces)
        {
            if (segment.Length + piece.Length > most)
            {
                words.Add($"{name}*{index++}*={segment}");
                segment.Clear();
            }

            segment.Append(piece);
        }

        words.Add($"{name}*{index}*={segment}");
    }

    /// <summary>Each character escaped for itself, so that none is split between segments.</summary>
    private static List<string> Escape(string value)
    {
        var pieces = new List<string>(value.Length);
        Span<byte> octets = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.IsAscii && IsTokenCharacter((char)rune.Value))
            {
                pieces.Add(rune.ToString());
                continue;
            }

            var count = rune.EncodeToUtf8(octets);
            pieces.Add(string.Concat(octets[..count].ToArray().Select(octet => $"%{octet:X2}")));
        }

        return pieces;
    }

    // What both a token (RFC 2045 section 5.1) and an extended value (RFC 2231 section 7) may hold.
    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$&+-.^_`{|}~".Contains(c, StringComparison.Ordinal);
}
