using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HelpDesk.Email.Html.Tests.Sanitizing;

/// <summary>What an independent parser builds from sanitised HTML.</summary>
internal static class Reparsed
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true });

    private static readonly HashSet<string> Void = ["br", "col", "hr", "img", "wbr"];

    internal static IElement Body(string html) =>
        Parser.ParseDocument("<!DOCTYPE html><html><head></head><body>" + html + "</body></html>").Body!;

    /// <summary>The tree written as the sanitiser writes, so that equal text means that the parser built just what was meant.</summary>
    internal static string Write(string html)
    {
        var written = new StringBuilder();
        var body = Body(html);
        INode? node = body.FirstChild;
        while (node is not null)
        {
            Open(node, written);
            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            Close(node, written);
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                if (node == body) return written.ToString();
                Close(node!, written);
            }

            node = node?.NextSibling;
        }

        return written.ToString();
    }

    private static void Open(INode node, StringBuilder written)
    {
        switch (node)
        {
            case IElement element:
                written.Append('<').Append(element.NamespaceUri == "http://www.w3.org/1999/xhtml" ? "" : "foreign:").Append(element.LocalName);
                foreach (var attribute in element.Attributes)
                    written.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value)).Append('"');
                written.Append('>');
                break;
            case IText text:
                written.Append(Escape(text.Data));
                break;
            default:
                written.Append("[node ").Append(node.NodeType).Append(']');
                break;
        }
    }

    private static void Close(INode node, StringBuilder written)
    {
        if (node is IElement element && !Void.Contains(element.LocalName)) written.Append("</").Append(element.LocalName).Append('>');
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
