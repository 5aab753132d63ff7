using System.Net;
using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Writes a conversation as the mail programs of our days do in HTML.</summary>
internal static class ReplyHtml
{
    private const string OutlookFont = "style=\"font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif;color:#1F497D;mso-fareast-language:EN-US\"";

    private const string OutlookHead =
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n"
        + "<style><!--\np.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Calibri\",sans-serif;}\n"
        + "a:link {color:#0563C1; text-decoration:underline;}\n@page WordSection1 {size:612.0pt 792.0pt; margin:70.85pt 70.85pt 2.0cm 70.85pt;}\n"
        + "--></style>\n</head>\n<body lang=\"EN-GB\" link=\"#0563C1\" vlink=\"#954F72\" style=\"word-wrap:break-word\">\n<div class=\"WordSection1\">\n";

    public static string Write(Chance chance, IReadOnlyList<Letter> letters) => chance.Between(0, 3) switch
    {
        0 => Gmail(letters),
        1 => Apple(letters),
        _ => Outlook(letters),
    };

    private static string Gmail(IReadOnlyList<Letter> letters)
    {
        var html = new StringBuilder("<div dir=\"ltr\">");
        for (var depth = 0; depth < letters.Count; depth++)
        {
            var letter = letters[depth];
            if (depth > 0)
            {
                html.Append("<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">").Append(WebUtility.HtmlEncode(letter.Attribution)).Append("<br></div>\n")
                    .Append("<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\"><div dir=\"ltr\">");
            }

            foreach (var paragraph in letter.Paragraphs)
                html.Append("<div>").Append(WebUtility.HtmlEncode(paragraph)).Append("</div>\n<div><br></div>");
            html.Append("<div>Kind regards,<br><b>").Append(WebUtility.HtmlEncode(letter.Author.Name)).Append("</b><br><a href=\"mailto:").Append(letter.Author.Address)
                .Append("\" target=\"_blank\">").Append(letter.Author.Address).Append("</a></div></div>\n");
        }

        for (var depth = 1; depth < letters.Count; depth++)
            html.Append("</blockquote></div>");
        return html.Append("\r\n").ToString();
    }

    private static string Apple(IReadOnlyList<Letter> letters)
    {
        var html = new StringBuilder("<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head><body style=\"overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;\">");
        for (var depth = 0; depth < letters.Count; depth++)
        {
            var letter = letters[depth];
            if (depth > 0)
                html.Append("<div><br><blockquote type=\"cite\"><div>").Append(WebUtility.HtmlEncode(letter.Attribution)).Append("</div><br class=\"Apple-interchange-newline\"><div><div>\n");
            foreach (var paragraph in letter.Paragraphs)
                html.Append("<div><span style=\"font-family: Helvetica; font-size: 14px;\">").Append(WebUtility.HtmlEncode(paragraph)).Append("</span></div><div><br></div>\n");
            html.Append("<div>Kind regards,</div><div>").Append(WebUtility.HtmlEncode(letter.Author.Name)).Append("&nbsp;</div>\n");
        }

        for (var depth = 1; depth < letters.Count; depth++)
            html.Append("</div></div></blockquote></div>");
        return html.Append("</body></html>").ToString();
    }

    private static string Outlook(IReadOnlyList<Letter> letters)
    {
        var html = new StringBuilder(OutlookHead);
        for (var depth = 0; depth < letters.Count; depth++)
        {
            var letter = letters[depth];
            if (depth > 0)
            {
                html.Append("<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">\n<p class=\"MsoNormal\"><b><span lang=\"EN-US\">From:</span></b><span lang=\"EN-US\"> ")
                    .Append(WebUtility.HtmlEncode($"{letter.Author.Name} <{letter.Author.Address}>")).Append("\n<br><b>Sent:</b> ").Append(letter.Date)
                    .Append("<br>\n<b>To:</b> ").Append(WebUtility.HtmlEncode($"{Person.HelpDesk.Name} <{Person.HelpDesk.Address}>"))
                    .Append("<br>\n<b>Subject:</b> RE: Your question<o:p></o:p></span></p>\n</div>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n");
            }

            foreach (var paragraph in letter.Paragraphs)
                html.Append("<p class=\"MsoNormal\"><span ").Append(OutlookFont).Append('>').Append(WebUtility.HtmlEncode(paragraph)).Append("<o:p></o:p></span></p>\n");
            html.Append("<p class=\"MsoNormal\"><span ").Append(OutlookFont).Append("><o:p>&nbsp;</o:p></span></p>\n<p class=\"MsoNormal\">")
                .Append(WebUtility.HtmlEncode(letter.Author.Name)).Append("<o:p></o:p></p>\n");
        }

        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }
}
