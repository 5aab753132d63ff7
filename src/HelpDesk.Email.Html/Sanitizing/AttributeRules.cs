using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Which attributes an element may have, and what may stand in them.</summary>
internal static class AttributeRules
{
    private const int LongestWord = 40;

    /// <summary>Whether the element may have it. Addresses of links and images have rules of their own.</summary>
    internal static bool Allows(ElementId element, AttributeId attribute) => attribute switch
    {
        AttributeId.Style or AttributeId.Title or AttributeId.Dir or AttributeId.Lang => true,
        AttributeId.Alt or AttributeId.Hspace or AttributeId.Vspace => element is ElementId.Img,
        AttributeId.Align => IsTable(element) || element is ElementId.Div or ElementId.P or ElementId.Hr or ElementId.Img or (>= ElementId.H1 and <= ElementId.H6),
        AttributeId.Valign or AttributeId.Bgcolor => IsTable(element),
        AttributeId.Width or AttributeId.Height => IsTable(element) || element is ElementId.Img or ElementId.Hr,
        AttributeId.Border => element is ElementId.Table or ElementId.Img,
        AttributeId.Cellpadding or AttributeId.Cellspacing => element is ElementId.Table,
        AttributeId.Abbr or AttributeId.Colspan or AttributeId.Rowspan or AttributeId.Nowrap or AttributeId.Scope => element is ElementId.Td or ElementId.Th,
        AttributeId.Span => element is ElementId.Col or ElementId.Colgroup,
        AttributeId.Color => element is ElementId.Font or ElementId.Hr,
        AttributeId.Face => element is ElementId.Font,
        AttributeId.Size => element is ElementId.Font or ElementId.Hr,
        AttributeId.Noshade => element is ElementId.Hr,
        AttributeId.Clear => element is ElementId.Br,
        AttributeId.Datetime => element is ElementId.Time,
        AttributeId.Reversed or AttributeId.Start => element is ElementId.Ol,
        AttributeId.Type => element is ElementId.Ol or ElementId.Ul or ElementId.Li,
        AttributeId.Value => element is ElementId.Li,
        _ => false,
    };

    /// <summary>Whether the decoded value may stand in the attribute.</summary>
    internal static bool Accepts(AttributeId attribute, ReadOnlySpan<char> value) => attribute switch
    {
        _ when IsText(attribute) || IsFlag(attribute) => true,
        AttributeId.Bgcolor or AttributeId.Color or AttributeId.Text => IsColor(value),
        AttributeId.Align or AttributeId.Valign or AttributeId.Clear or AttributeId.Dir or AttributeId.Lang or AttributeId.Scope
            or AttributeId.Type => IsWord(value),
        _ => IsNumber(value),
    };

    /// <summary>Whether the attribute is only there or not, and has no value.</summary>
    internal static bool IsFlag(AttributeId attribute) =>
        attribute is AttributeId.Noshade or AttributeId.Nowrap or AttributeId.Reversed;

    /// <summary>Whether any words may stand in it.</summary>
    internal static bool IsText(AttributeId attribute) =>
        attribute is AttributeId.Title or AttributeId.Alt or AttributeId.Abbr or AttributeId.Face or AttributeId.Datetime;

    private static bool IsTable(ElementId element) => element is >= ElementId.Table and <= ElementId.Th;

    private static bool IsWord(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > LongestWord) return false;
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
        }

        return true;
    }

    // A name or hexadecimal digits, with or without '#'.
    private static bool IsColor(ReadOnlySpan<char> value)
    {
        if (value.Length > 0 && value[0] == '#') value = value[1..];
        return IsWord(value) && !value.Contains('-');
    }

    // 12, 12.5, 100%, 12px, -1, +2.
    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        if (value.Length > 0 && value[0] is '+' or '-') value = value[1..];
        if (value.EndsWith("%")) value = value[..^1];
        else if (value.EndsWith("px", StringComparison.OrdinalIgnoreCase) || value.EndsWith("pt", StringComparison.OrdinalIgnoreCase)) value = value[..^2];
        if (value.Length is 0 or > 8) return false;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c) && c != '.') return false;
        }

        return true;
    }
}
