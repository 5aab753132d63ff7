using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Links;

/// <summary>Says what is wrong with <c>Links</c>.</summary>
internal sealed class LinkSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var links = options.Links;
        IEnumerable<string?> all =
        [
            CheckRoot(links),
            CheckSelfService(links),
            links.Port is { } port ? Bounds.Check("Links:Port", port, 1, 65_535) : null,
            Bounds.Check("Links:ViewValidity", links.ViewValidity, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)),
            Bounds.Check("Links:AutologinValidity", links.AutologinValidity, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
            Bounds.Check("Links:RatingValidity", links.RatingValidity, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)),
            links.TicketPath.Contains("{number}", StringComparison.Ordinal)
                ? null
                : $"HelpDeskEmail:Links:TicketPath is '{links.TicketPath}', and leads to no ticket; write a path with {{number}} in it, for instance tickets/{{number}}.",
            IsPath(links.Path)
                ? null
                : $"HelpDeskEmail:Links:Path is '{links.Path}'; write a path of letters, digits, '-', '_' and '/', for instance mail-links.",
            CheckAutologin(links),
        ];
        return all.OfType<string>();
    }

    private static string? CheckRoot(LinksOptions links)
    {
        if (links is { RootUrl.Length: > 0, Host.Length: > 0 })
        {
            return "HelpDeskEmail:Links has both RootUrl and Host, and only one can be meant; leave one of them out.";
        }

        // An empty value takes back what another file of settings says.
        var isUrl = links.RootUrl is { Length: > 0 };
        return (isUrl ? links.RootUrl : links.Host) is { Length: > 0 } text && !LinkRoot.TryGet(links, out _)
            ? $"HelpDeskEmail:Links:{(isUrl ? "RootUrl" : "Host")} is '{text}', and no URL can be made of it; write {(isUrl ? "one, for instance https://help.example.com/desk" : "a name, for instance help.example.com, and a VirtualDirectory such as desk")}, or leave it out for mails without links."
            : null;
    }

    private static string? CheckSelfService(LinksOptions links)
    {
        if (links.SelfServiceUrl is not { Length: > 0 } url)
        {
            return null;
        }

        var isUrl = url.Contains("://", StringComparison.Ordinal);
        return isUrl && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
            ? $"HelpDeskEmail:Links:SelfServiceUrl is '{url}'; write a URL of https or http, or a path below the root."
            : !isUrl && url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or '<' or '>' or ':')
                ? $"HelpDeskEmail:Links:SelfServiceUrl is '{url}'; write a path below the root, for instance portal, or a URL."
                : null;
    }

    // A link that logs in is a password for three days: it does not go over the network for everybody to read.
    private static string? CheckAutologin(LinksOptions links)
    {
        if (!links.AutologinEnabled)
        {
            return null;
        }

        if (!LinkRoot.TryGet(links, out var root))
        {
            return "HelpDeskEmail:Links:AutologinEnabled is true, and there is nowhere to log in; write Links:RootUrl.";
        }

        return root.Scheme != Uri.UriSchemeHttps && !root.IsLoopback
            ? $"HelpDeskEmail:Links:AutologinEnabled is true, and {root.AbsoluteUri} is not encrypted: everybody on the way could log in. Write a root of https."
            : null;
    }

    private static bool IsPath(string path) => path.Trim('/').Length > 0 && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/');
}
