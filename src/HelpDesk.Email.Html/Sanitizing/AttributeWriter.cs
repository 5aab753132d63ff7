using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Writes the attributes of a start tag that are allowed and hold what they may hold.</summary>
internal static class AttributeWriter
{
    internal static void Write(scoped ref HtmlTokenizer tokens, ElementId element, scoped ref MarkupWriter target)
    {
        if (tokens.Attributes.Length == 0) return;
        var seen = 0UL;
        if (element is ElementId.Body or ElementId.P && StyleWriter.WriteWithAttributes(ref tokens, ref target))
            seen = 1UL << (int)AttributeId.Style;
        var buffer = new CharBuffer(stackalloc char[256]);
        foreach (ref readonly var attribute in tokens.Attributes)
        {
            var id = AttributeNames.Find(tokens.NameOf(attribute));
            var bit = 1UL << (int)id;
            if (id == AttributeId.Unknown || (seen & bit) != 0) continue;

            // Of two alike the first counts, even if it holds nothing good.
            seen |= bit;
            if (AttributeRules.Allows(element, id)) WriteOne(id, HtmlDecoder.DecodeValue(tokens.ValueOf(attribute), ref buffer), ref target);
        }

        buffer.Dispose();
    }

    private static void WriteOne(AttributeId id, scoped ReadOnlySpan<char> value, scoped ref MarkupWriter target)
    {
        if (id == AttributeId.Style)
        {
            StyleWriter.Write(value, ref target);
            return;
        }

        if (AttributeRules.IsFlag(id)) value = default;
        else if (!AttributeRules.IsText(id)) value = HtmlCharacters.Trim(value);
        if (AttributeRules.Accepts(id, value)) target.Attribute(AttributeNames.NameOf(id), value);
    }
}
