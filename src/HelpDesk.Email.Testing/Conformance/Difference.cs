namespace HelpDesk.Email.Testing.Conformance;

/// <summary>Where two texts differ, short enough to read.</summary>
internal static class Difference
{
    private const int Context = 60;
    private const int Longest = 200;

    /// <summary>Of texts with equally many lines the lines that differ; of long texts what stands around the first difference.</summary>
    public static (string First, string Second) Between(string first, string second)
    {
        var firstLines = first.Split('\n');
        var secondLines = second.Split('\n');
        if (firstLines.Length > 1 && firstLines.Length == secondLines.Length)
        {
            var differing = firstLines.Zip(secondLines).Where(pair => pair.First != pair.Second).ToList();
            first = string.Join("; ", differing.Select(pair => pair.First));
            second = string.Join("; ", differing.Select(pair => pair.Second));
        }

        var at = first.AsSpan().CommonPrefixLength(second);
        return (Around(first, at), Around(second, at));
    }

    private static string Around(string text, int at)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var start = Math.Max(0, Math.Min(at, text.Length) - Context);
        var end = Math.Min(text.Length, start + Longest);
        return $"{(start > 0 ? "..." : string.Empty)}{text[start..end]}{(end < text.Length ? "..." : string.Empty)}";
    }
}
