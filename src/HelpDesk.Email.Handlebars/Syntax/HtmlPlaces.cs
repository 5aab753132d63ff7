using HelpDesk.Email.Handlebars.Sources;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Refuses values at places of an HTML part where encoding alone does not make them harmless.</summary>
/// <remarks>
/// Encoding is right for text and for quoted attributes. It is not for scripts, styles, event handlers, attributes
/// without quotes and the start of addresses (<c>javascript:</c>). Branches are read one after the other, which is only
/// right when each ends where it started: a block that does not is refused too.
/// </remarks>
internal static class HtmlPlaces
{
    /// <summary>Gives the places of the values by where they start.</summary>
    public static IReadOnlyDictionary<int, HtmlPlace> Check(TemplatePart part, IEnumerable<TemplateTag> tags)
    {
        var places = new Dictionary<int, HtmlPlace>();
        var cursor = new HtmlCursor();
        var blocks = new Stack<HtmlPlace>();
        var from = 0;
        foreach (var tag in tags)
        {
            cursor.Read(part.Text.AsSpan(from, tag.Start - from));
            from = tag.End;
            switch (tag.Kind)
            {
                case TagKind.Value:
                    CheckValue(part, tag, cursor.Place);
                    places.Add(tag.Start, cursor.Place);
                    cursor.PassValue();
                    break;
                case TagKind.Open:
                    blocks.Push(cursor.Place);
                    break;
                case TagKind.Else when cursor.Place != blocks.Peek():
                case TagKind.Close when cursor.Place != blocks.Pop():
                    throw part.Refuse(tag.Start, "the branch ends at another place of the HTML than it starts: a branch holds whole elements, or lies within one attribute's quotes.");
            }
        }

        return places;
    }

    private static void CheckValue(TemplatePart part, TemplateTag tag, HtmlPlace place)
    {
        var helper = tag.Words[0];
        if (place.State is not (HtmlState.Text or HtmlState.Comment or HtmlState.SingleQuoted or HtmlState.DoubleQuoted))
        {
            throw part.Refuse(tag.Start, place.State == HtmlState.RawText
                ? "values can't be written into a script or a style."
                : "within an element a value stands between the quotes of an attribute.");
        }

        if (helper.Equals(FunctionNames.SafeHtml, StringComparison.OrdinalIgnoreCase) && place.State != HtmlState.Text)
        {
            throw part.Refuse(tag.Start, "HTML can only be written between elements.");
        }

        if (place.State is not (HtmlState.SingleQuoted or HtmlState.DoubleQuoted))
        {
            return;
        }

        if (place.Attribute.Equals("style", StringComparison.OrdinalIgnoreCase) || place.Attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            throw part.Refuse(tag.Start, $"values can't be written into the attribute '{place.Attribute}'.");
        }

        if (place.IsStartOfAddress && helper is not FunctionNames.Mask && !helper.Equals(FunctionNames.Link, StringComparison.OrdinalIgnoreCase))
        {
            throw part.Refuse(tag.Start, $"an address in '{place.Attribute}' is written with {{{{link name}}}}, which lets only web addresses through.");
        }
    }
}
