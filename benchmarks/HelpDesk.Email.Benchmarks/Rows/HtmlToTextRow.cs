using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Html;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Turns the HTML of messages into text.</summary>
internal sealed class HtmlToTextRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "html-to-text";

    public string Measures => "HTML of 12.5 kB as plain text; against finding every < and &";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var html = mails.Html;
        var figures = new Figures(
            Name,
            runner.Run(() => html.Sum(source => (long)HtmlText.Convert(source).Length), () => html.Sum(source => Scans.Brackets(source))),
            html.Length,
            html.Sum(source => (long)source.Length));
        yield return figures.Ratio("HTML", "scan for < and &");
        yield return figures.Time("HTML");
        yield return figures.Speed("HTML");
        yield return figures.Memory("HTML");
    }
}
