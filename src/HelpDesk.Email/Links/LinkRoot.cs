using System.Diagnostics.CodeAnalysis;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Links;

/// <summary>Where the host's pages are, read from the settings.</summary>
internal static class LinkRoot
{
    /// <summary>The root with a slash at its end; <see langword="false"/> where none is set, or none that can be.</summary>
    public static bool TryGet(LinksOptions options, [NotNullWhen(true)] out Uri? root)
    {
        root = null;
        var text = options.RootUrl is { Length: > 0 } url ? url : options.Host is { Length: > 0 } ? Made(options) : null;
        return text is not null
            && Uri.TryCreate($"{text.TrimEnd('/')}/", UriKind.Absolute, out root)
            && (root.Scheme == Uri.UriSchemeHttps || root.Scheme == Uri.UriSchemeHttp)
            && root is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 };
    }

    /// <summary>A URL below the root.</summary>
    public static string Below(Uri root, string path) => $"{root.AbsoluteUri}{path.TrimStart('/')}";

    private static string Made(LinksOptions options)
    {
        var host = options.Host!.Contains(':', StringComparison.Ordinal) && options.Host[0] != '[' ? $"[{options.Host}]" : options.Host;
        var port = options.Port is { } number ? $":{number}" : string.Empty;
        return $"{(options.Encrypted ? "https" : "http")}://{host}{port}/{options.VirtualDirectory?.Trim('/')}";
    }
}
