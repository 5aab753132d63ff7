using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Writes where a link goes.</summary>
internal static class LinkWriter
{
    /// <returns>False if it goes nowhere that is allowed; then it is no link.</returns>
    internal static bool Write(scoped ref HtmlTokenizer tokens, scoped ref MarkupWriter target)
    {
        if (!tokens.TryGetAttribute("href", out var value)) return false;
        var decoded = new CharBuffer(stackalloc char[256]);
        var cleaned = new CharBuffer(stackalloc char[256]);
        var url = SafeUrl.Clean(HtmlDecoder.DecodeValue(value, ref decoded), ref cleaned);
        var isLink = SafeUrl.IsLink(url);
        if (isLink)
        {
            target.Attribute("href", url);
            target.Attribute("rel", "noopener noreferrer nofollow");
        }

        decoded.Dispose();
        cleaned.Dispose();
        return isLink;
    }
}
