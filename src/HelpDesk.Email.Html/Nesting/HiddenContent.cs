using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>Knows the elements of which nothing is shown, and SVG and MathML, whose tags mean nothing here.</summary>
internal ref struct HiddenContent
{
    private int _foreignDepth;
    private ElementId _foreign;
    private bool _noTemplateEnd;
    private bool _noXmlEnd;

    /// <summary>Looks at a start tag; what is not to be shown is passed over.</summary>
    internal bool Skips(scoped ref HtmlTokenizer tokens)
    {
        var element = tokens.Element;
        var isForeign = _foreignDepth > 0;
        switch (element)
        {
            case ElementId.Script or ElementId.Style or ElementId.Title or ElementId.Iframe or ElementId.Noembed or ElementId.Noframes:
                if (!isForeign || !tokens.IsSelfClosing) SkipRawText(ref tokens, element);
                return true;
            case ElementId.Svg or ElementId.Math:
                if (!tokens.IsSelfClosing) EnterForeign(ref tokens, element);
                return true;
            case ElementId.Template when !isForeign:
                SkipTo(ref tokens, "</template", ref _noTemplateEnd);
                return true;
            case ElementId.Xml when !isForeign:
                SkipTo(ref tokens, "</xml", ref _noXmlEnd);
                return true;
        }

        if (!isForeign) return false;
        if ((ElementTable.Of(element) & ElementTraits.BreaksOut) == 0) return true;
        LeaveForeign(ref tokens);
        return false;
    }

    /// <summary>Looks at an end tag.</summary>
    internal bool SkipsEnd(scoped ref HtmlTokenizer tokens)
    {
        if (_foreignDepth == 0) return false;
        if (tokens.Element == _foreign)
        {
            if (--_foreignDepth == 0) LeaveForeign(ref tokens);
            return true;
        }

        // An element of HTML that ends here takes the foreign content within it along.
        if (tokens.Element is ElementId.Unknown or ElementId.A or ElementId.Font or > ElementId.Wbr) return true;
        LeaveForeign(ref tokens);
        return false;
    }

    private static void SkipRawText(scoped ref HtmlTokenizer tokens, ElementId element)
    {
        var mode = element switch
        {
            ElementId.Script => RawText.Script,
            ElementId.Title => RawText.WithReferences,
            _ => RawText.Plain,
        };
        tokens.SkipTo(RawTextScanner.FindEnd(tokens.Source, tokens.End, mode, element));
    }

    private static void SkipTo(scoped ref HtmlTokenizer tokens, string end, ref bool isAbsent)
    {
        // Without an end it hides nothing: better some odd words than a mail lost. And nothing is searched twice.
        if (isAbsent) return;
        var at = tokens.Source[tokens.End..].IndexOf(end, StringComparison.OrdinalIgnoreCase);
        if (at < 0) isAbsent = true;
        else tokens.SkipTo(tokens.End + at);
    }

    private void EnterForeign(scoped ref HtmlTokenizer tokens, ElementId element)
    {
        if (_foreignDepth == 0) _foreign = element;
        if (_foreign == element) _foreignDepth++;
        tokens.AllowsCData = true;
    }

    private void LeaveForeign(scoped ref HtmlTokenizer tokens)
    {
        _foreignDepth = 0;
        tokens.AllowsCData = false;
    }
}
