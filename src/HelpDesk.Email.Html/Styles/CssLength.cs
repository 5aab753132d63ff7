namespace HelpDesk.Email.Html.Styles;

/// <summary>Reads what a length says about being zero.</summary>
internal static class CssLength
{
    /// <summary>True for 0, 0px, 0.0em, -0 and so on.</summary>
    internal static bool IsZero(ReadOnlySpan<char> value)
    {
        if (value.Length > 0 && value[0] is '+' or '-') value = value[1..];
        var digits = value.IndexOfAnyExcept("0.");
        var number = digits < 0 ? value : value[..digits];
        if (!number.Contains('0')) return false;
        return digits < 0 || !char.IsAsciiDigit(value[digits]);
    }

    /// <summary>True for a length other than zero that doesn't depend on the font around it.</summary>
    internal static bool IsAbsolute(ReadOnlySpan<char> value)
    {
        if (value.Length == 0 || IsZero(value)) return false;
        if (!char.IsAsciiDigit(value[0]) && value[0] != '.') return IsKeyword(value);
        return !value.EndsWith("%") && !(value.EndsWith("em", StringComparison.OrdinalIgnoreCase) && !value.EndsWith("rem", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsKeyword(ReadOnlySpan<char> value) =>
        value.Contains("small", StringComparison.OrdinalIgnoreCase)
        || value.Contains("large", StringComparison.OrdinalIgnoreCase)
        || value.Equals("medium", StringComparison.OrdinalIgnoreCase);
}
