using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Writes where an image comes from: a part of the mail, or another server that must wait.</summary>
internal static class ImageWriter
{
    /// <returns>False if nothing of the image is left to be seen.</returns>
    internal static bool Write(scoped ref HtmlTokenizer tokens, ImageRules rules, scoped ref MarkupWriter target) =>
        WriteSource(ref tokens, rules, ref target)
        || HasAlternative(ref tokens);

    private static bool HasAlternative(scoped ref HtmlTokenizer tokens)
    {
        if (!tokens.TryGetAttribute("alt", out var value)) return false;
        var decoded = new CharBuffer(stackalloc char[256]);
        var isSeen = false;
        foreach (var c in HtmlDecoder.DecodeValue(value, ref decoded)) isSeen |= c is > ' ' and not '\u007F';
        decoded.Dispose();
        return isSeen;
    }

    private static bool WriteSource(scoped ref HtmlTokenizer tokens, ImageRules rules, scoped ref MarkupWriter target)
    {
        // What an earlier pass has written names the part; the address beside it is the host's and is asked for anew.
        if (KnownContentId(ref tokens) is { } known)
        {
            WritePart(known, rules, ref target);
            return true;
        }

        var decoded = new CharBuffer(stackalloc char[256]);
        var cleaned = new CharBuffer(stackalloc char[256]);
        try
        {
            if (tokens.TryGetAttribute("src", out var source))
            {
                var url = SafeUrl.Clean(HtmlDecoder.DecodeValue(source, ref decoded), ref cleaned);
                if (SafeUrl.ContentIdOf(url) is { } id)
                {
                    WritePart(id, rules, ref target);
                    return true;
                }

                if (SafeUrl.IsWeb(url)) return WriteRemote(url, rules, ref target);
                if (rules.KeepsData && SafeUrl.IsDataImage(url))
                {
                    target.Attribute("src", url);
                    return true;
                }
            }

            if (!tokens.TryGetAttribute("data-remote-src", out var held)) return false;
            var remote = SafeUrl.Clean(HtmlDecoder.DecodeValue(held, ref decoded), ref cleaned);
            return SafeUrl.IsWeb(remote) && WriteRemote(remote, rules, ref target);
        }
        finally
        {
            decoded.Dispose();
            cleaned.Dispose();
        }
    }

    private static string? KnownContentId(scoped ref HtmlTokenizer tokens)
    {
        if (!tokens.TryGetAttribute("data-cid", out var value)) return null;
        var decoded = new CharBuffer(stackalloc char[256]);
        var id = SafeUrl.CleanContentId(HtmlDecoder.DecodeValue(value, ref decoded));
        decoded.Dispose();
        return id;
    }

    private static void WritePart(string contentId, ImageRules rules, scoped ref MarkupWriter target)
    {
        target.Attribute("data-cid", contentId);
        if (rules.ResolveContentId?.Invoke(contentId) is { } address) target.Attribute("src", address);
    }

    private static bool WriteRemote(scoped ReadOnlySpan<char> url, ImageRules rules, scoped ref MarkupWriter target)
    {
        if (!rules.ShowsRemote && !rules.HoldsRemote) return false;
        target.Attribute(rules.ShowsRemote ? "src" : "data-remote-src", url);
        return true;
    }
}
