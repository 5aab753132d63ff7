using System.Text;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Writes masks as calls of our functions: one for text, one for HTML between elements, one for addresses.</summary>
internal static class MaskTranslator
{
    public static string Translate(string text, IReadOnlyList<MaskUse> masks, IReadOnlyList<int> escapes, IReadOnlyDictionary<int, HtmlPlace>? places)
    {
        if (masks.Count == 0 && escapes.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + (masks.Count * 32));
        var (from, escape) = (0, 0);
        foreach (var mask in masks)
        {
            DropEscapes(mask.Start);
            result.Append(text, from, mask.Start - from);
            Write(result, mask, places is not null && places.TryGetValue(mask.Start, out var place) ? place : null);
            from = mask.End;
        }

        DropEscapes(text.Length);
        return result.Append(text, from, text.Length - from).ToString();

        void DropEscapes(int end)
        {
            for (; escape < escapes.Count && escapes[escape] < end; escape++)
            {
                result.Append(text, from, escapes[escape] - from);
                from = escapes[escape] + 1;
            }
        }
    }

    private static void Write(StringBuilder result, MaskUse mask, HtmlPlace? place)
    {
        var function = place switch
        {
            { State: HtmlState.Text, IsInLink: false } => FunctionNames.MaskHtml,
            { State: HtmlState.Text } => FunctionNames.MaskWords,
            { IsStartOfAddress: true } => FunctionNames.MaskLink,
            _ => FunctionNames.MaskText,
        };
        result.Append("{{").Append(function).Append(" @root \"").Append(mask.Mask?.Form).Append("\" \"").Append(mask.Name).Append("\" ");
        Quote(result, mask.Argument);
        result.Append(mask.MayBeWords ? " true}}" : "}}");
    }

    // Entities survive in both kinds of part: the function reads them.
    private static void Quote(StringBuilder result, string? argument)
    {
        if (argument is null)
        {
            result.Append("null");
            return;
        }

        result.Append('"').Append(argument.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\\", "&#92;", StringComparison.Ordinal)).Append('"');
    }
}
