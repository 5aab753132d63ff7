using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Html;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Makes the HTML of messages safe.</summary>
internal sealed class SanitiseRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "sanitise";

    public string Measures => "HTML of 12.5 kB made safe; against finding every < and &";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var html = mails.Html;
        var figures = new Figures(
            Name,
            runner.Run(() => html.Sum(Sanitise), () => html.Sum(source => Scans.Brackets(source))),
            html.Length,
            html.Sum(source => (long)source.Length));
        yield return figures.Memory("HTML", bar: 250, aim: 32);
        yield return figures.Ratio("HTML", "scan for < and &", bar: 100, aim: 30);
        yield return figures.Time("HTML");
        yield return figures.Speed("HTML");
    }

    public static long Sanitise(string html) => SafeHtml.Sanitize(html).Length;
}
