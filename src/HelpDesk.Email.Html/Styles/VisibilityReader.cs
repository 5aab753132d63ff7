using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Styles;

/// <summary>Reads from a start tag whether its element is seen: senders hide preview texts and old threads.</summary>
internal static class VisibilityReader
{
    internal static Visibility Read(scoped ref HtmlTokenizer tokens)
    {
        var found = Visibility.Normal;
        if (tokens.Attributes.Length == 0) return found;
        if (tokens.TryGetAttribute("hidden", out _)) return Visibility.Hidden;
        if (tokens.Element == ElementId.Font && tokens.TryGetAttribute("size", out _)) found |= Visibility.OwnFont;
        if (!tokens.TryGetAttribute("style", out var style)) return found;

        var buffer = new CharBuffer(stackalloc char[256]);
        var result = found | ReadStyle(HtmlDecoder.DecodeValue(style, ref buffer));
        buffer.Dispose();
        return result;
    }

    private static Visibility ReadStyle(ReadOnlySpan<char> style)
    {
        var found = Visibility.Normal;
        var isFlat = false;
        var isClipped = false;
        var declarations = new StyleDeclarations(style);
        while (declarations.Read())
        {
            var name = declarations.Name;
            var value = declarations.Value;
            if (Is(name, "display")) found |= Says(value, "none") ? Visibility.Hidden : 0;
            else if (Is(name, "visibility")) found |= Says(value, "hidden") ? Visibility.Hidden : 0;
            else if (Is(name, "mso-hide")) found |= Says(value, "all") ? Visibility.Hidden : 0;
            else if (Is(name, "opacity")) found |= CssLength.IsZero(value) ? Visibility.Hidden : 0;
            else if (Is(name, "font-size")) found |= CssLength.IsZero(value) ? Visibility.ZeroFont : CssLength.IsAbsolute(value) ? Visibility.OwnFont : 0;
            else if (Is(name, "font")) found |= Visibility.OwnFont;
            else if (Is(name, "max-height") || Is(name, "height")) isFlat |= CssLength.IsZero(value);
            else if (Is(name, "overflow")) isClipped |= Says(value, "hidden");
            else if (Is(name, "margin") || Is(name, "margin-bottom")) found |= CssLength.IsZero(value) ? Visibility.NoMargin : 0;
        }

        return isFlat && isClipped ? found | Visibility.Hidden : found;
    }

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    // "none !important" is none too.
    private static bool Says(ReadOnlySpan<char> value, ReadOnlySpan<char> word) =>
        value.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (value.Length == word.Length || !char.IsAsciiLetterOrDigit(value[word.Length]));
}
