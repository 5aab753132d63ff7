using HelpDesk.Email.Html.Styles;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Writes a style attribute with the declarations that stay.</summary>
internal static class StyleWriter
{
    /// <param name="style">The decoded value.</param>
    /// <param name="target">Where the attribute is written, if anything of it stays.</param>
    internal static void Write(scoped ReadOnlySpan<char> style, scoped ref MarkupWriter target)
    {
        var start = target.Length;
        target.BeginAttribute("style");
        var value = target.Length;
        WriteDeclarations(style, value, ref target);
        End(start, value, ref target);
    }

    /// <summary>Writes a style of which a part stands in other attributes.</summary>
    /// <returns>False if none does: then nothing is written.</returns>
    internal static bool WriteWithAttributes(scoped ref HtmlTokenizer tokens, scoped ref MarkupWriter target)
    {
        var buffer = new CharBuffer(stackalloc char[256]);
        var start = target.Length;
        target.BeginAttribute("style");
        var value = target.Length;
        if (tokens.Element == ElementId.P)
        {
            // Word's own style sheet says so in every mail; the sheet is gone, and its paragraphs would drift apart.
            if (IsOfWord(ref tokens)) WriteDeclaration("margin", CssKind.Plain, "0", value, ref target);
        }
        else
        {
            if (tokens.TryGetAttribute("bgcolor", out var background))
                WriteColor("background-color", HtmlDecoder.DecodeValue(background, ref buffer), value, ref target);
            if (tokens.TryGetAttribute("text", out var text))
                WriteColor("color", HtmlDecoder.DecodeValue(text, ref buffer), value, ref target);
        }

        var isWritten = target.Length > value;
        if (isWritten && tokens.TryGetAttribute("style", out var style))
            WriteDeclarations(HtmlDecoder.DecodeValue(style, ref buffer), value, ref target);
        End(start, value, ref target);
        buffer.Dispose();
        return isWritten;
    }

    private static bool IsOfWord(scoped ref HtmlTokenizer tokens) =>
        tokens.TryGetAttribute("class", out var name) && name is "MsoNormal" or "MsoPlainText";

    private static void WriteDeclarations(scoped ReadOnlySpan<char> style, int value, scoped ref MarkupWriter target)
    {
        var declarations = new StyleDeclarations(style);
        while (declarations.Read())
        {
            if (CssProperties.Find(declarations.Name) is { } property)
                WriteDeclaration(property.Name, property.Kind, declarations.Value, value, ref target);
        }
    }

    private static void WriteDeclaration(string name, CssKind kind, scoped ReadOnlySpan<char> text, int value, scoped ref MarkupWriter target)
    {
        var start = target.Length;
        if (start > value) target.AttributePiece(';');
        target.AttributePiece(name);
        target.AttributePiece(':');
        if (!CssValue.Write(kind, text, ref target)) target.Truncate(start);
    }

    private static void WriteColor(string name, scoped ReadOnlySpan<char> color, int value, scoped ref MarkupWriter target)
    {
        color = HtmlCharacters.Trim(color);
        if (!AttributeRules.Accepts(AttributeId.Bgcolor, color)) return;

        // The attribute does without the '#' that CSS needs.
        Span<char> numbered = stackalloc char[7];
        if (color.Length == 6 && IsHex(color))
        {
            numbered[0] = '#';
            color.CopyTo(numbered[1..]);
            color = numbered;
        }

        WriteDeclaration(name, CssKind.Plain, color, value, ref target);
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }

        return true;
    }

    private static void End(int start, int value, scoped ref MarkupWriter target)
    {
        if (target.Length == value) target.Truncate(start);
        else target.EndAttribute();
    }
}
