using AngleSharp.Dom;

namespace HelpDesk.Email.Html.Tests.Sanitizing;

/// <summary>The lists that sanitised HTML must keep to, written here once more so that a slip in the product's lists shows.</summary>
internal static class Safety
{
    private static readonly HashSet<string> Elements = [..
        ("a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em "
        + "figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rb rp rt rtc ruby s samp "
        + "section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr").Split(' ')];

    private static readonly HashSet<string> Attributes = [..
        ("abbr align alt bgcolor border cellpadding cellspacing clear color colspan data-cid data-remote-src datetime dir face height href "
        + "hspace lang noshade nowrap rel reversed rowspan scope size span start style title type valign value vspace width").Split(' ')];

    private static readonly string[] Forbidden = ["url(", "expression", "@", "\\", "/*", "javascript:", "position:", "z-index:", "<", "&"];

    /// <summary>Everything in the output that should not be there; empty when all is well.</summary>
    internal static List<string> Breaches(string output)
    {
        var breaches = new List<string>();
        foreach (var node in Reparsed.Body(output).Descendants())
        {
            if (node is IElement element) CheckElement(element, breaches);
            else if (node is not IText) breaches.Add(node.NodeType.ToString());
        }

        return breaches;
    }

    private static void CheckElement(IElement element, List<string> breaches)
    {
        if (!Elements.Contains(element.LocalName)) breaches.Add($"<{element.LocalName}>");
        foreach (var attribute in element.Attributes)
        {
            if (!Attributes.Contains(attribute.Name)) breaches.Add($"{element.LocalName} {attribute.Name}={attribute.Value}");
            if (attribute.Name is "style" && Array.Exists(Forbidden, word => attribute.Value.Contains(word, StringComparison.OrdinalIgnoreCase)))
                breaches.Add("style=" + attribute.Value);
            if (attribute.Name is "href" && !IsLink(attribute.Value)) breaches.Add("href=" + attribute.Value);
            if (attribute.Name is "data-remote-src" && !attribute.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)) breaches.Add("image " + attribute.Value);
        }

        if (element.LocalName == "a" && element.GetAttribute("rel") != "noopener noreferrer nofollow") breaches.Add("a without rel");
    }

    private static bool IsLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Scheme is "http" or "https" or "mailto" or "tel"
        : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
