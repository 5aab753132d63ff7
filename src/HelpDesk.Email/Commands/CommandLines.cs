using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Commands;

/// <summary>Commands in lines of their own at the top of what a person wrote.</summary>
internal static class CommandLines
{
    private const int MaxLines = 10;

    /// <summary>Takes the commands off the top. A line counts when nothing but known commands stands in it; the first other line ends them.</summary>
    public static (IReadOnlyList<SubjectCommand> Commands, ExtractedContent Content) Split(
        ExtractedContent content, Func<string, IReadOnlyList<SubjectCommand>> parse, Predicate<SubjectCommand> isKnown)
    {
        var commands = new List<SubjectCommand>();
        var (text, html) = (content.Reply, content.Html);
        for (var count = 0; count < MaxLines; count++)
        {
            var start = text.Length - text.AsSpan().TrimStart().Length;
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text[start..end].Trim();
            var inLine = parse(line);
            if (inLine.Count == 0 || !inLine.All(command => isKnown(command) && command.Length > 0) || CommandText.Without(line, inLine).Length > 0)
            {
                break;
            }

            commands.AddRange(inLine);
            text = text[end..];
            html = html is null ? null : WithoutFirstWords(html, line);
        }

        return commands.Count == 0 ? (commands, content) : (commands, content with { Reply = text.Trim('\n'), Html = html });
    }

    // Signs are written as they are in HTML. Where they are not (letters in between that are marked up), they stay to be read.
    private static string WithoutFirstWords(string html, string line)
    {
        var at = 0;
        while (at < html.Length)
        {
            if (char.IsWhiteSpace(html[at]))
            {
                at++;
            }
            else if (html[at] == '<' && html.IndexOf('>', at) is >= 0 and var close)
            {
                at = close + 1;
            }
            else
            {
                break;
            }
        }

        return html.AsSpan(at).StartsWith(line, StringComparison.Ordinal) ? html.Remove(at, line.Length) : html;
    }
}
