using System.Text;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Renders a built-in template, compiled already; against writing the same words with a StringBuilder and an encoder.</summary>
internal sealed class TemplateRow : IBenchmarkRow
{
    public string Name => "template";

    public string Measures => "an update with three earlier messages as subject, text and HTML; against the same words written by a StringBuilder, values encoded";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        using var work = new TemplateWork();
        var mail = work.Mail();
        var stretches = Stretches(mail);
        var figures = new Figures(Name, runner.Run(work.Render, () => Write(stretches)), 1, TemplateWork.Length(mail));
        yield return figures.Ratio("mail", "StringBuilder", bar: 3, aim: 1.2);
        yield return figures.Memory("mail");
        yield return figures.Time("mail");
    }

    // What a hand-written program has: constant stretches, and a value about every forty characters.
    private static string[][] Stretches(RenderedMail mail) =>
        [.. new[] { mail.Subject, mail.Text, mail.Html! }.Select(part => part.Chunk(40).Select(chunk => new string(chunk)).ToArray())];

    private static long Write(string[][] parts)
    {
        var length = 0L;
        foreach (var part in parts)
        {
            var text = new StringBuilder();
            for (var i = 0; i < part.Length; i++)
            {
                text.Append(i % 8 == 0 ? System.Net.WebUtility.HtmlEncode(part[i]) : part[i]);
            }

            length += text.ToString().Length;
        }

        return length;
    }
}
