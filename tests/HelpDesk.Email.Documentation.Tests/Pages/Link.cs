using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Email.Documentation.Tests.Pages;

/// <summary>A link of a page.</summary>
/// <param name="Line">The line it stands in, from 1.</param>
/// <param name="Target">Where it goes, as written.</param>
internal sealed partial record Link(int Line, string Target)
{
    /// <summary>The links of a page that stand outside of blocks.</summary>
    public static IEnumerable<Link> In(Page page) =>
        Prose(page).SelectMany(line => Pattern().Matches(line.Text).Select(match => new Link(line.Number, match.Groups[1].Value)));

    /// <summary>The names by which the headings of a page can be linked to.</summary>
    public static IEnumerable<string> AnchorsOf(Page page) =>
        Prose(page).Where(line => line.Text.StartsWith('#')).Select(line => AnchorOf(line.Text.TrimStart('#').Trim()));

    private static IEnumerable<(string Text, int Number)> Prose(Page page)
    {
        var inBlocks = CodeBlock.In(page).SelectMany(block => Enumerable.Range(block.Start, block.Count)).ToHashSet();
        return page.Lines.Select((text, i) => (text, i)).Where(line => !inBlocks.Contains(line.i)).Select(line => (line.text, line.i + 1));
    }

    private static string AnchorOf(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                anchor.Append(c);
            }
            else if (c == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
