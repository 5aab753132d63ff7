using System.Net;
using System.Text;
using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Joins the pieces of a body.</summary>
internal static class BodyText
{
    public static string? Plain(IReadOnlyList<MailPart> pieces)
    {
        if (pieces.Count == 1)
            return pieces[0].MediaType.IsHtml ? null : Read(pieces[0]);
        StringBuilder? text = null;
        foreach (var piece in pieces)
        {
            if (!piece.MediaType.IsHtml)
                Append(text ??= new StringBuilder(), Read(piece));
        }

        return text?.ToString();
    }

    public static string? Html(IReadOnlyList<MailPart> pieces)
    {
        if (pieces.Count == 1)
            return pieces[0].MediaType.IsHtml ? pieces[0].ReadText() : null;
        if (!pieces.Any(piece => piece.MediaType.IsHtml))
            return null;
        var html = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.MediaType.IsHtml)
                Append(html, piece.ReadText());
            else
                AppendAsHtml(html, Read(piece));
        }

        return html.ToString();
    }

    public static string Composed(IReadOnlyList<MailPart> pieces, Func<string, string> htmlToText)
    {
        if (pieces.Count == 1)
            return One(pieces[0], htmlToText);
        var text = new StringBuilder();
        foreach (var piece in pieces)
            Append(text, One(piece, htmlToText));
        return text.ToString();
    }

    private static string One(MailPart piece, Func<string, string> htmlToText) =>
        piece.MediaType.IsHtml ? htmlToText(piece.ReadText()) : Read(piece);

    private static string Read(MailPart piece)
    {
        var parameters = piece.MediaType.Parameters;
        if (!"flowed".Equals(parameters["format"], StringComparison.OrdinalIgnoreCase))
            return piece.ReadText();
        var deleting = "yes".Equals(parameters["delsp"], StringComparison.OrdinalIgnoreCase);
        return PartContent.Text(piece, deleting ? TextForm.FlowedDeletingSpaces : TextForm.Flowed);
    }

    private static void Append(StringBuilder text, string piece)
    {
        if (text.Length > 0 && piece.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        text.Append(piece);
    }

    private static void AppendAsHtml(StringBuilder html, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (html.Length > 0 && html[^1] != '\n')
            html.Append('\n');
        html.Append("<div style=\"white-space: pre-wrap\">").Append(WebUtility.HtmlEncode(text.TrimEnd('\n'))).Append("</div>\n");
    }
}
