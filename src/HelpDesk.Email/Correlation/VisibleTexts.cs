using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>What a reader of a body sees: words, and never the addresses of links nor other values of attributes.</summary>
internal static class VisibleTexts
{
    /// <summary>The texts of a mail. Where it has plain text and HTML they may differ, and either is what somebody sees.</summary>
    public static IEnumerable<string> Of(InboundMail mail)
    {
        yield return mail.Text;
        if (mail is { HasOwnText: true, UnsafeHtml: { } html })
        {
            yield return HtmlText.Convert(html);
        }
    }

    /// <summary>Those of the texts that may have an opening bracket.</summary>
    public static IEnumerable<string> WithBracket(InboundMail mail) =>
        mail is { HasOwnText: true, UnsafeHtml: { } html } && !BracketHint.IsIn(html) ? [mail.Text] : Of(mail);
}
