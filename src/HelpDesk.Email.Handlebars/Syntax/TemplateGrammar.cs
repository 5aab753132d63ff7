using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Refuses a part that calls what does not exist, leaves a block open, or would write a value unencoded into HTML.</summary>
internal static class TemplateGrammar
{
    public static void Check(TemplatePart part, IEnumerable<TemplateTag> tags)
    {
        var open = new Stack<TemplateTag>();
        foreach (var tag in tags)
        {
            switch (tag.Kind)
            {
                case TagKind.Value:
                    CheckValue(part, tag);
                    break;
                case TagKind.Open:
                    CheckBlock(part, tag, tag.Words);
                    open.Push(tag);
                    break;
                case TagKind.Else when open.Count == 0:
                    throw part.Refuse(tag.Start, "there is no block that this could be the other branch of.");
                case TagKind.Else when tag.Words.Count > 0:
                    CheckBlock(part, tag, tag.Words);
                    break;
                case TagKind.Close:
                    CheckClose(part, tag, open);
                    break;
            }
        }

        if (open.TryPeek(out var left))
        {
            throw part.Refuse(left.Start, $"the block '{left.Words[0]}' is not closed.");
        }
    }

    private static void CheckValue(TemplatePart part, TemplateTag tag)
    {
        if (tag.Unencoded && part.Kind == PartKind.Html)
        {
            throw part.Refuse(tag.Start, "three braces would write a value unencoded into HTML; use {{name}}, or {{safeHtml bodyHtml}} for the entry's safe HTML.");
        }

        var first = tag.Words[0];
        if (first is FunctionNames.Mask)
        {
            return;
        }

        var isHelper = FunctionNames.Inline.Contains(first);
        if (isHelper && tag.Words.Count == 1)
        {
            throw part.Refuse(tag.Start, $"'{first}' needs a value to work on.");
        }

        if (!isHelper && tag.Words.Count > 1)
        {
            throw Unknown(part, tag, first, FunctionNames.Inline);
        }

        if (string.Equals(first, FunctionNames.SafeHtml, StringComparison.OrdinalIgnoreCase)
            && (part.Kind != PartKind.Html || tag.Words is not [_, "bodyHtml" or "report.html"]))
        {
            throw part.Refuse(tag.Start, "the forms are {{safeHtml bodyHtml}} and {{safeHtml report.html}}, and their place is the HTML part: these values alone are known to be safe.");
        }

        CheckExpressions(part, tag);
    }

    private static void CheckBlock(TemplatePart part, TemplateTag tag, IReadOnlyList<string> words)
    {
        // Not {{#name}} without a function: the library takes a dictionary there for a list of its values, unlike any other Handlebars.
        if (!FunctionNames.Blocks.Contains(words[0]))
        {
            throw Unknown(part, tag, words[0], FunctionNames.Blocks);
        }

        if (words.Count == 1)
        {
            throw part.Refuse(tag.Start, $"'{words[0]}' needs a value to work on.");
        }

        CheckExpressions(part, tag);
    }

    private static void CheckExpressions(TemplatePart part, TemplateTag tag)
    {
        for (var i = 0; i < tag.Words.Count; i++)
        {
            if (tag.Words[i] != "(")
            {
                continue;
            }

            var name = i + 1 < tag.Words.Count ? tag.Words[i + 1] : string.Empty;
            if (!FunctionNames.Inline.Contains(name) || string.Equals(name, FunctionNames.SafeHtml, StringComparison.OrdinalIgnoreCase))
            {
                throw Unknown(part, tag, name, FunctionNames.Inline.Where(helper => helper != FunctionNames.SafeHtml));
            }
        }
    }

    private static void CheckClose(TemplatePart part, TemplateTag tag, Stack<TemplateTag> open)
    {
        if (!open.TryPop(out var opened))
        {
            throw part.Refuse(tag.Start, $"there is no open block '{tag.Words[0]}'.");
        }

        if (opened.Words[0] != tag.Words[0])
        {
            throw part.Refuse(tag.Start, $"this closes '{tag.Words[0]}', but the open block is '{opened.Words[0]}'.");
        }
    }

    private static TemplateException Unknown(TemplatePart part, TemplateTag tag, string name, IEnumerable<string> known) =>
        part.Refuse(tag.Start, $"there is no helper '{name}' here. There are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
}
