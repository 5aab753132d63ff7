using HandlebarsDotNet;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Writes what masks stand for.</summary>
internal static class MaskWriter
{
    /// <summary>As text of one or several lines; encoded where the part is HTML.</summary>
    public static void WriteText(MaskContent content, in EncodedTextWriter output)
    {
        if (content.Items is not { } items)
        {
            output.Write(content.Url ?? content.Text, encode: true);
            return;
        }

        var start = content.Text is null ? string.Empty : $"{content.Text}\n";
        foreach (var item in items)
        {
            output.Write(start, encode: true);
            output.Write(Line(item), encode: true);
            start = content.IsInline ? ", " : item.Text is null ? "\n" : "\n\n";
        }
    }

    /// <summary>As words of one line, within a link.</summary>
    public static void WriteWords(MaskContent content, in EncodedTextWriter output)
    {
        if (content.Items is null)
        {
            output.Write(content.Text, encode: true);
            return;
        }

        WriteText(content, output);
    }

    /// <summary>As HTML between elements.</summary>
    public static void WriteHtml(MaskContent content, in EncodedTextWriter output)
    {
        if (content.Items is { } items)
        {
            WriteItems(content, items, output);
        }
        else if (content.Url is { } url)
        {
            WriteLink(url, content.Text, output);
        }
        else if (content.SafeHtml is { } html)
        {
            output.Write(html, encode: false);
        }
        else
        {
            LinesFunction.WriteHtml(content.Text, output);
        }
    }

    private static void WriteItems(MaskContent content, IReadOnlyList<MaskItem> items, in EncodedTextWriter output)
    {
        var between = content.IsInline ? ", " : content.Text is null ? "<br>\n" : " &nbsp; ";
        if (content.Text is not null)
        {
            LinesFunction.WriteHtml(content.Text, output);
            output.Write("<br>\n", encode: false);
        }

        for (var i = 0; i < items.Count; i++)
        {
            output.Write(i == 0 ? string.Empty : between, encode: false);
            WriteItem(items[i], output);
        }
    }

    private static void WriteItem(MaskItem item, in EncodedTextWriter output)
    {
        if (item.Url is { } url)
        {
            WriteLink(url, item.Head ?? url, output);
        }
        else
        {
            output.Write(item.Head, encode: true);
        }

        output.Write(item.Detail is null ? null : item.Text is null ? $" ({item.Detail})" : $", {item.Detail}", encode: true);
        if (item.SafeHtml is not null || item.Text is not null)
        {
            output.Write("<div style=\"margin:4px 0 12px 0;\">", encode: false);
            if (item.SafeHtml is not null)
            {
                output.Write(item.SafeHtml, encode: false);
            }
            else
            {
                LinesFunction.WriteHtml(item.Text, output);
            }

            output.Write("</div>", encode: false);
        }
    }

    private static void WriteLink(string url, string? text, in EncodedTextWriter output)
    {
        output.Write("<a href=\"", encode: false);
        output.Write(url, encode: true);
        output.Write("\">", encode: false);
        output.Write(text ?? url, encode: true);
        output.Write("</a>", encode: false);
    }

    private static string Line(MaskItem item)
    {
        var head = item.Detail is null ? item.Head : item.Text is null ? $"{item.Head} ({item.Detail})" : $"{item.Head}, {item.Detail}";
        var line = item.Url is null ? head : $"{head}: {item.Url}";
        return item.Text is null ? line ?? string.Empty : line is { Length: > 0 } ? $"{line}\n{item.Text}" : item.Text;
    }
}
