using System.Collections.Frozen;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Finds the colour in a background, which also names images: without it white text would stand on white.</summary>
internal static class CssBackground
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherWords = new[]
    {
        "none", "repeat", "no-repeat", "repeat-x", "repeat-y", "round", "space", "center", "top", "bottom", "left", "right",
        "scroll", "fixed", "local", "cover", "contain", "auto", "border-box", "padding-box", "content-box", "initial", "inherit",
        "unset",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first part of the value that can be a colour, or nothing.</summary>
    internal static ReadOnlySpan<char> ColorOf(ReadOnlySpan<char> value)
    {
        while (value.Length > 0)
        {
            var length = PartLength(value);
            var part = value[..length];
            if (IsColor(part)) return part;
            value = value[Math.Min(length + 1, value.Length)..].TrimStart();
        }

        return value;
    }

    private static int PartLength(ReadOnlySpan<char> value)
    {
        var depth = 0;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '(') depth++;
            else if (value[at] == ')') depth--;
            else if (depth <= 0 && value[at] is ' ' or '\t' or '\n' or ',') return at;
        }

        return value.Length;
    }

    private static bool IsColor(ReadOnlySpan<char> part)
    {
        if (part.Length == 0) return false;
        if (part[0] == '#') return true;
        if (!char.IsAsciiLetter(part[0])) return false;
        var parenthesis = part.IndexOf('(');
        if (parenthesis < 0) return !OtherWords.Contains(part);
        return part.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) || part.StartsWith("hsl", StringComparison.OrdinalIgnoreCase);
    }
}
