using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Reads messages as far as most programs do: subject, people, text and HTML as strings.</summary>
internal sealed class ParseRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "parse";

    public string Measures => "subject, sender, text and HTML as strings; against finding every line feed";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var text = Measure(runner, mails.Replies);
        yield return text.Memory("answers", bar: 143, aim: 64);

        // MimeKit takes 24 scans for the same; the aim is to be half as fast again.
        yield return text.Ratio("answers", "line-feed scan", aim: 16);
        yield return text.Time("answers");
        yield return text.Speed("answers");
        var mix = Measure(runner, mails.Mix);
        yield return mix.Memory("mix");
        yield return mix.Time("mix");
        yield return mix.Speed("mix");
    }

    public static long Parse(byte[] message)
    {
        var document = MailReader.Read(message);
        return (document.Subject?.Length ?? 0) + document.From.Count + (document.TextBody?.Length ?? 0) + (document.HtmlBody?.Length ?? 0);
    }

    private Figures Measure(PairedRunner runner, byte[][] messages) =>
        new(Name, runner.Run(() => messages.Sum(Parse), () => messages.Sum(message => Scans.LineFeeds(message))), messages.Length, messages.Sum(message => (long)message.Length));
}
