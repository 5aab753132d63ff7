using HelpDesk.Email.Html;

namespace HelpDesk.Email.Composition;

/// <summary>What people wrote, in a form and a length that a mail can hold.</summary>
internal static class BodyText
{
    /// <summary>How many characters of a text stand in a mail.</summary>
    public const int Longest = 100_000;

    /// <summary>How many characters the HTML of a text may have; the mail shows the text alone where it has more.</summary>
    public const int LongestHtml = 400_000;

    private const string Cut = "\n\n[…]";

    /// <summary>How many characters an earlier message may have, and its HTML four times as many: a mail holds several.</summary>
    public const int LongestOfEarlier = 10_000;

    /// <summary>A text, cut with a mark where it is too long.</summary>
    /// <param name="text">The text, or <see langword="null"/>.</param>
    /// <param name="longest">How many characters may stay.</param>
    public static string? Of(string? text, int longest = Longest)
    {
        if (text is null || text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + Cut;
    }

    /// <summary>HTML made safe once more, for it may come from the host's own store: no scripts, and nothing that loads from anywhere but the mail.</summary>
    /// <param name="html">The HTML, or <see langword="null"/>.</param>
    /// <param name="resolve">By the Content-ID of a picture, what stands in its place; <see langword="null"/> for nothing.</param>
    /// <param name="longest">How many characters it may have.</param>
    public static string? SafeHtmlOf(string? html, Func<string, string?> resolve, int longest = LongestHtml) =>
        html is { Length: > 0 } && html.Length <= longest
        && SafeHtml.Sanitize(html, new SafeHtmlOptions { RemoteImages = RemoteImages.Remove, ResolveContentId = resolve }) is { Length: > 0 } safe
        && safe.Length <= longest
            ? safe
            : null;
}
