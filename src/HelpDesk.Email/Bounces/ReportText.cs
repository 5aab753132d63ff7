using System.Text;
using HelpDesk.Email.Html;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>What a mail says in its own words, and what it gives back of another mail.</summary>
internal sealed class ReportText
{
    // Reports say what they have to say at their beginning; what they give back may have any size.
    private const int MostText = 262_144;

    private ReportText(string[] lines, string[] returned, MailDocument? original)
    {
        Lines = lines;
        Returned = returned;
        Original = original;
        Whole = string.Join('\n', lines);
    }

    /// <summary>The lines of the report, without what it gives back.</summary>
    public string[] Lines { get; }

    /// <summary>The same as one text.</summary>
    public string Whole { get; }

    /// <summary>The first lines of the mail given back within the text.</summary>
    public string[] Returned { get; }

    /// <summary>The mail that is given back as a part, or <see langword="null"/>.</summary>
    public MailDocument? Original { get; }

    /// <summary>Whether anything is given back.</summary>
    public bool GivesBack => Original is not null || Returned.Length > 0;

    public static ReportText Read(MailDocument document, string body)
    {
        MailDocument? original = null;
        var text = body.Length > MostText ? body[..MostText] : body;
        var bodies = document.TextParts.Concat(document.HtmlParts).Select(part => part.Index).ToHashSet();
        foreach (var part in document.AllParts())
        {
            if (part.MediaType.Full is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/global-headers")
            {
                original = original?.MessageId is null ? part.EmbeddedMessage() ?? original : original;
            }
            else if ((part.MediaType.Type == "text" || part.MediaType.Full == "message/partial") && part.Children.Count == 0 && !bodies.Contains(part.Index) && part.RawLength <= MostText
                && text.Length < MostText && original is null)
            {
                text = $"{text}\n\n{Plain(part)}";
            }
        }

        var lines = text.Split('\n');
        var split = ReturnedHeader.Find(lines);
        var returned = lines[split..];
        return new ReportText(lines[..split], returned, original ?? InText(returned));
    }

    // What is given back in the text is a mail like any other, below the line that announces it.
    private static MailDocument? InText(string[] lines)
    {
        var start = Array.FindIndex(lines, line => line.Length > 0 && char.IsAsciiLetter(line[0]) && line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 60);
        return start < 0 ? null : MailReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines[start..])));
    }

    private static string Plain(MailPart part) => part.MediaType.Full == "text/html" ? HtmlText.Convert(part.ReadText()) : part.ReadText();
}
