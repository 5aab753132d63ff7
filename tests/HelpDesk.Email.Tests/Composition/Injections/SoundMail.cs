using AngleSharp.Html.Parser;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>Says what is wrong with a mail into which somebody tried to put more than a field holds.</summary>
internal static class SoundMail
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "From", "Reply-To", "To", "Cc", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        "Auto-Submitted", "X-Auto-Response-Suppress", "X-HelpDesk-Email-Loop", "List-Unsubscribe", "List-Unsubscribe-Post",
    };

    private static readonly HashSet<string> Harmful = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "iframe", "object", "embed", "svg", "math", "form", "input", "base", "link", "applet", "frame", "template", "noscript",
    };

    /// <summary>What is wrong, or nothing.</summary>
    /// <param name="octets">The mail.</param>
    /// <param name="recipients">Whom it may name as addressees.</param>
    public static IEnumerable<string> Mistakes(byte[] octets, IReadOnlyList<string> recipients)
    {
        var mail = MailReader.Read(octets);
        var names = mail.Headers.Select(field => field.Name).ToList();
        return
        [
            .. names.Where(name => !Known.Contains(name)).Select(name => $"the field {name} came in"),
            .. names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"the field {group.Key} stands there twice"),
            .. mail.To.Concat(mail.Cc).Select(box => box.Address).SequenceEqual(recipients) ? Enumerable.Empty<string>() : [$"it goes to {string.Join(", ", mail.To.Concat(mail.Cc).Select(box => box.Address ?? $"?{box.Name}"))}"],
            .. mail.From.Count == 1 && mail.ReplyTo.Count <= 1 ? Enumerable.Empty<string>() : ["it has several authors, or places for answers"],
            .. Lines(octets),
            .. mail.HtmlBody is { } html ? Markup(html) : [],
        ];
    }

    private static IEnumerable<string> Lines(byte[] octets)
    {
        var start = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] == 0 || (octets[i] == '\r' && (i + 1 == octets.Length || octets[i + 1] != '\n')) || (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r')))
            {
                yield return $"octet {octets[i]} stands alone at {i}";
            }

            if (octets[i] == '\n')
            {
                if (i - start > 999)
                {
                    yield return $"a line of {i - start} octets";
                }

                start = i + 1;
            }
        }
    }

    private static IEnumerable<string> Markup(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            if (Harmful.Contains(element.LocalName) || (element.LocalName == "meta" && element.HasAttribute("http-equiv")))
            {
                yield return $"the element {element.LocalName} came in";
            }

            foreach (var attribute in element.Attributes)
            {
                var value = string.Concat(attribute.Value.Where(c => c > ' '));
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || (attribute.Name is "href" or "src" or "action" or "background" && !IsHarmless(value))
                    || (attribute.Name == "style" && (value.Contains("url(", StringComparison.OrdinalIgnoreCase) || value.Contains("expression", StringComparison.OrdinalIgnoreCase))))
                {
                    yield return $"the attribute {attribute.Name}='{attribute.Value}' came in";
                }
            }
        }
    }

    private static bool IsHarmless(string url) =>
        url.Length == 0 || new[] { "https://", "http://", "mailto:", "tel:", "cid:" }.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
