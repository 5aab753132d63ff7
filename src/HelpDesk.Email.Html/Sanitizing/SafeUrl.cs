using System.Buffers;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Cleans addresses as a browser does before it looks at them (WHATWG URL, section 4.4), and knows the harmless kinds.</summary>
internal static class SafeUrl
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\t\n\r");

    private static readonly SearchValues<char> Base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    /// <summary>Takes out what a browser ignores.</summary>
    /// <param name="url">The decoded value of the attribute.</param>
    /// <param name="buffer">Holds the result if something was to be taken out.</param>
    /// <returns>The cleaned address; empty if a control character is left in it.</returns>
    internal static ReadOnlySpan<char> Clean(ReadOnlySpan<char> url, scoped ref CharBuffer buffer)
    {
        url = TrimControls(url);
        if (!url.ContainsAny(Controls)) return url;
        buffer.Truncate(0);
        while (true)
        {
            var next = url.IndexOfAny(LineEnds);
            if (next < 0) break;
            buffer.Append(url[..next]);
            url = url[(next + 1)..];
        }

        buffer.Append(url);
        var clean = TrimControls(buffer.Written);
        return clean.ContainsAny(Controls) ? [] : clean;
    }

    /// <summary>Whether a link may go there.</summary>
    internal static bool IsLink(ReadOnlySpan<char> url) => IsWeb(url) || HasScheme(url, "mailto:") || HasScheme(url, "tel:");

    /// <summary>Whether it names a web server, and not only a path on the one that shows the mail.</summary>
    internal static bool IsWeb(ReadOnlySpan<char> url)
    {
        if (HasScheme(url, "https://")) url = url[8..];
        else if (HasScheme(url, "http://")) url = url[7..];
        else return false;
        return url[0] is not ('/' or '\\' or '?' or '#' or ':' or ' ');
    }

    /// <summary>The content id that a cid address names, decoded; null if it is no such address.</summary>
    internal static string? ContentIdOf(ReadOnlySpan<char> url) =>
        HasScheme(url, "cid:") ? CleanContentId(Uri.UnescapeDataString(url[4..])) : null;

    /// <summary>A content id without what doesn't belong in one; null if nothing is left.</summary>
    internal static string? CleanContentId(ReadOnlySpan<char> id)
    {
        id = id.Trim(" <>");
        return id.Length is 0 or > 998 || id.ContainsAny(Controls) ? null : id.ToString();
    }

    /// <summary>Whether it holds a picture in one of the formats that can't hold a script.</summary>
    internal static bool IsDataImage(ReadOnlySpan<char> url)
    {
        if (!HasScheme(url, "data:image/")) return false;
        var rest = url[11..];
        foreach (var format in (ReadOnlySpan<string>)["png", "jpeg", "jpg", "gif", "webp", "bmp"])
        {
            if (!rest.StartsWith(format, StringComparison.OrdinalIgnoreCase)) continue;
            var parameters = rest[format.Length..];
            return HasScheme(parameters, ";base64,") && parameters[8..].IndexOfAnyExcept(Base64) < 0;
        }

        return false;
    }

    private static bool HasScheme(ReadOnlySpan<char> url, ReadOnlySpan<char> scheme) =>
        url.Length > scheme.Length && url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> TrimControls(ReadOnlySpan<char> url)
    {
        var start = 0;
        while (start < url.Length && url[start] <= ' ') start++;
        var end = url.Length;
        while (end > start && url[end - 1] <= ' ') end--;
        return url[start..end];
    }
}
