using System.Buffers;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Text;

/// <summary>Writes where a link goes, if its text doesn't say so.</summary>
internal static class LinkText
{
    private static readonly SearchValues<char> Unshowable = SearchValues.Create(" \t\n\r<>");

    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];

    /// <summary>The address of the link whose tag the tokens stand on, if it is one to show.</summary>
    internal static string? UrlOf(scoped ref HtmlTokenizer tokens)
    {
        if (!tokens.TryGetAttribute("href", out var value)) return null;
        var buffer = new CharBuffer(stackalloc char[256]);
        var url = HtmlCharacters.Trim(HtmlDecoder.DecodeValue(value, ref buffer));
        string? shown = null;
        foreach (var scheme in Schemes)
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && !url.ContainsAny(Unshowable)) shown = url.ToString();
        }

        buffer.Dispose();
        return shown;
    }

    /// <summary>Adds the address behind the link's text, which began at <paramref name="start"/>.</summary>
    internal static void Write(string url, int start, scoped ref LineWriter lines)
    {
        var text = lines.TextSince(start).Trim();
        if (text.IsEmpty || Bare(text).Equals(Bare(url), StringComparison.OrdinalIgnoreCase)) return;
        lines.Space();
        lines.Append('<');
        lines.Append(url);
        lines.Append('>');
    }

    // www.example.test is the same as https://www.example.test/ to a reader, and an address as its mailto.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> url)
    {
        foreach (var scheme in Schemes)
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) url = url[scheme.Length..];
        }

        return url.TrimEnd('/');
    }
}
