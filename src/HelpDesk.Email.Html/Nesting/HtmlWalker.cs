using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// Walks over HTML in one pass and tells a visitor of balanced elements, with the repairs that a browser makes.
/// Scripts, styles, templates and comments are left out; of SVG and MathML only the text is told.
/// </summary>
internal static class HtmlWalker
{
    /// <summary>Walks to the end of the source and closes what is open there.</summary>
    internal static void Walk<TVisitor>(ReadOnlySpan<char> html, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var tokens = new HtmlTokenizer(html);
        var nesting = new ElementNesting();
        var hidden = new HiddenContent();
        try
        {
            while (tokens.Read())
            {
                visitor.At(tokens.Start, tokens.End, tokens.Kind == HtmlTokenKind.EndTag ? tokens.Element : null);
                switch (tokens.Kind)
                {
                    case HtmlTokenKind.Text:
                        nesting.Text(ref tokens, tokens.IsRaw, ref visitor);
                        break;
                    case HtmlTokenKind.StartTag:
                        if (!hidden.Skips(ref tokens)) Start(ref tokens, ref nesting, ref visitor);
                        break;
                    case HtmlTokenKind.EndTag:
                        if (!hidden.SkipsEnd(ref tokens)) nesting.End(ref tokens, ref visitor);
                        break;
                }
            }

            visitor.At(html.Length, html.Length, null);
            nesting.EndAll(ref visitor);
        }
        finally
        {
            nesting.Dispose();
        }
    }

    private static void Start<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref ElementNesting nesting, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        switch (tokens.Element)
        {
            case ElementId.Textarea:
                tokens.EnterRawText(RawText.WithReferences);
                break;
            case ElementId.Xmp:
                tokens.EnterRawText(RawText.Plain);
                break;
            case ElementId.Plaintext:
                tokens.EnterRawText(RawText.ToEnd);
                break;
            case <= ElementId.Wbr or ElementId.Body:
                nesting.Start(ref tokens, ref visitor);
                break;
        }
    }
}
