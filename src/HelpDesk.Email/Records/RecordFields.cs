namespace HelpDesk.Email.Records;

/// <summary>Reads <c>Field: value</c> lines off the top of a text. Linear.</summary>
internal static class RecordFields
{
    private const int MaxFields = 50;
    private const int MaxName = 40;
    private const int MaxValue = 1000;

    /// <summary>The fields up to the first empty line, and the text below. Where any line before it is no field, there are none, and all of it is text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isKnown">Whether a name may be one of a field.</param>
    public static (IReadOnlyDictionary<string, string> Fields, string Text) Split(string text, Predicate<string> isKnown)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = text.Length - text.AsSpan().TrimStart().Length;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(at, end - at).Trim();
            at = Math.Min(end + 1, text.Length);
            if (line.IsEmpty)
            {
                break;
            }

            var colon = line.IndexOf(':');
            var name = colon < 0 ? string.Empty : line[..colon].TrimEnd().ToString();
            if (!IsName(name) || !isKnown(name) || line.Length > MaxValue || fields.Count == MaxFields)
            {
                return (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), text);
            }

            fields[name] = line[(colon + 1)..].Trim().ToString();
        }

        return (fields, text[at..].Trim('\n'));
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.');
}
