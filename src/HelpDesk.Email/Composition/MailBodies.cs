using System.Globalization;
using System.Text.Encodings.Web;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The words of a mail as they leave: what the template gave, and what no template may forget.</summary>
/// <param name="Subject">One line, with the ticket's tag.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">HTML, or <see langword="null"/> for a mail of plain text.</param>
internal sealed record MailBodies(string Subject, string Text, string? Html)
{
    // Behind it servers and readers cut, and the tag with the rest.
    private const int LongestSubject = 400;

    /// <summary>Finishes what a template gave.</summary>
    public static MailBodies Of(RenderedMail rendered, MailInWork mail, MailFiles files)
    {
        var options = mail.Occasion.Settings.Options.Composition;
        var html = options.PlainTextOnly ? null : rendered.Html;
        if (files.LeftOut.Count == 0)
        {
            return new MailBodies(SubjectLine(rendered.Subject, mail), rendered.Text, html);
        }

        var lines = files.LeftOut.Select(file => $"{MailWords.NotAttached(mail.Letterhead.Culture)}: {HeaderWords.Clean(file.FileName)} ({Size(file, mail)})").ToList();
        return new MailBodies(
            SubjectLine(rendered.Subject, mail),
            $"{rendered.Text.TrimEnd()}\n\n{string.Join('\n', lines)}\n",
            html is null ? null : Insert(html, string.Concat(lines.Select(line => $"<p>{HtmlEncoder.Default.Encode(line)}</p>"))));
    }

    private static string SubjectLine(string rendered, MailInWork mail)
    {
        var subject = HeaderWords.Clean(rendered) ?? string.Empty;
        var tag = TemplateModel.TagOf(mail);
        var isTagged = tag.Length == 0 || subject.Contains(tag, StringComparison.OrdinalIgnoreCase);
        if (subject.Length > LongestSubject)
        {
            var end = char.IsHighSurrogate(subject[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject;
            isTagged = tag.Length == 0 || (isTagged && subject.IndexOf(tag, StringComparison.OrdinalIgnoreCase) + tag.Length <= end);
            subject = $"{subject[..end]}…";
        }

        return isTagged || !mail.Occasion.Settings.Options.Composition.AppendSubjectTag ? subject : $"{subject} {tag}".TrimStart();
    }

    private static string Insert(string html, string more)
    {
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + more : html.Insert(end, more);
    }

    private static string Size(TicketAttachment file, MailInWork mail) => file.Size switch
    {
        < 0 => "?",
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{file.Size} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{file.Size / 1024} kB"),
        _ => string.Create(mail.Letterhead.Culture, $"{file.Size / (1024.0 * 1024):0.0} MB"),
    };
}
