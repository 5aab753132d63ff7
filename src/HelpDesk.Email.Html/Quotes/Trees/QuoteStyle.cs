using HelpDesk.Email.Html.Styles;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>Reads from a start tag how a quotation is drawn.</summary>
internal static class QuoteStyle
{
    internal static QuoteTraits Read(scoped ref HtmlTokenizer tokens)
    {
        var traits = QuoteTraits.None;
        var isBlockquote = tokens.Element == ElementId.Blockquote;
        if (isBlockquote && (tokens.TryGetAttribute("cite", out _) || IsCite(ref tokens))) traits |= QuoteTraits.IsCitation;
        if (!tokens.TryGetAttribute("style", out var style)) return traits;

        var buffer = new CharBuffer(stackalloc char[256]);
        var declarations = new StyleDeclarations(HtmlDecoder.DecodeValue(style, ref buffer));
        while (declarations.Read())
        {
            if (!declarations.Name.StartsWith("border", StringComparison.OrdinalIgnoreCase)) continue;
            var side = declarations.Name[6..];
            var isDrawn = IsDrawn(declarations.Value);
            if (isBlockquote && isDrawn && IsSide(side)) traits |= QuoteTraits.IsCitation;
            else if (isBlockquote && !isDrawn && side.IsEmpty) traits |= QuoteTraits.IsIndent;
            else if (isDrawn && side.StartsWith("-top", StringComparison.OrdinalIgnoreCase)) traits |= QuoteTraits.HasTopBorder;
        }

        buffer.Dispose();
        return (traits & QuoteTraits.IsCitation) != 0 ? traits & ~QuoteTraits.IsIndent : traits;
    }

    private static bool IsCite(scoped ref HtmlTokenizer tokens) =>
        tokens.TryGetAttribute("type", out var type) && type.Equals("cite", StringComparison.OrdinalIgnoreCase);

    private static bool IsSide(ReadOnlySpan<char> side) =>
        side.IsEmpty || side.StartsWith("-left", StringComparison.OrdinalIgnoreCase) || side.StartsWith("-right", StringComparison.OrdinalIgnoreCase);

    private static bool IsDrawn(ReadOnlySpan<char> value) =>
        value.Contains("solid", StringComparison.OrdinalIgnoreCase)
        || value.Contains("double", StringComparison.OrdinalIgnoreCase)
        || value.Contains("dotted", StringComparison.OrdinalIgnoreCase)
        || value.Contains("dashed", StringComparison.OrdinalIgnoreCase);
}
