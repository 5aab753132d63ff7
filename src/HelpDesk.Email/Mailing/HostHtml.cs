using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Mailing;

/// <summary>Makes the HTML safe that a host hands over: its people paste from anywhere.</summary>
internal static class HostHtml
{
    /// <param name="html">The HTML, or <see langword="null"/>.</param>
    /// <param name="files">The files that come with it: only their pictures can be shown by it.</param>
    public static string? Safe(string? html, InboundMail? files)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return null;
        }

        var own = files?.Attachments.Select(part => part.ContentId).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return SafeHtml.Sanitize(html, new SafeHtmlOptions { ResolveContentId = id => own.Contains(id) ? "cid:" + id : null });
    }
}
