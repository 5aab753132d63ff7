using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Html;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Parts replies from the history below them.</summary>
internal sealed class QuoteStripRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "quote-strip";

    public string Measures => "replies parted from their history, in text against finding every line feed, in HTML against finding every < and &";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var texts = mails.Texts;
        var text = new Figures(
            Name,
            runner.Run(() => texts.Sum(source => (long)TextQuotes.Split(source).Reply.Length), () => texts.Sum(source => Scans.LineFeeds(source))),
            texts.Length,
            texts.Sum(source => (long)source.Length));
        yield return text.Ratio("text", "line-feed scan", bar: 10, aim: 4);
        yield return text.Time("text");
        yield return text.Speed("text");
        yield return text.Memory("text");
        var html = mails.Html;
        var marked = new Figures(
            Name,
            runner.Run(() => html.Sum(source => (long)HtmlQuotes.Split(source).ReplyHtml.Length), () => html.Sum(source => Scans.Brackets(source))),
            html.Length,
            html.Sum(source => (long)source.Length));
        yield return marked.Ratio("HTML", "scan for < and &");
        yield return marked.Time("HTML");
        yield return marked.Speed("HTML");
        yield return marked.Memory("HTML");
    }
}
