using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.PostgreSql.Knowledge;

/// <summary>A piece of an article around what was asked for.</summary>
internal static class Excerpts
{
    private const int Before = 10;
    private const int Length = 300;
    private const int MaxText = 100_000;

    public static string Of(string text, IReadOnlyList<string> words)
    {
        var parts = (text.Length > MaxText ? text[..MaxText] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var hit = Array.FindIndex(parts, part => KnowledgeWords.All(part).Any(words.Contains));
        var first = Math.Max(0, hit - Before);
        var line = (first > 0 ? "… " : string.Empty) + string.Join(' ', parts.Skip(first).Take(Length));
        return line.Length <= Length ? line : string.Concat(line.AsSpan(0, Length - 1).TrimEnd(), "…");
    }
}
