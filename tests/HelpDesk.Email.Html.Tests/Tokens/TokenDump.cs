using System.Text;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Tests.Tokens;

/// <summary>Writes tokens as short words, for comparing.</summary>
internal static class TokenDump
{
    internal static string Of(string html, RawText rawTextAfterFirstTag = RawText.None)
    {
        var tokens = new HtmlTokenizer(html);
        var dump = new StringBuilder();
        while (tokens.Read())
        {
            if (dump.Length > 0) dump.Append(' ');
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text:
                    dump.Append(tokens.IsRaw ? "raw[" : "[").Append(tokens.Text).Append(']');
                    break;
                case HtmlTokenKind.Comment:
                    dump.Append("comment");
                    break;
                case HtmlTokenKind.Doctype:
                    dump.Append("doctype");
                    break;
                case HtmlTokenKind.EndTag:
                    dump.Append('/').Append(tokens.Element);
                    break;
                default:
                    dump.Append(tokens.Element);
                    foreach (ref readonly var attribute in tokens.Attributes)
                        dump.Append(' ').Append(tokens.NameOf(attribute)).Append('=').Append(tokens.ValueOf(attribute));
                    if (tokens.IsSelfClosing) dump.Append(" self");
                    tokens.EnterRawText(rawTextAfterFirstTag);
                    rawTextAfterFirstTag = RawText.None;
                    break;
            }
        }

        return dump.ToString();
    }
}
