using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Says of messages that were read whether a person or a program wrote them.</summary>
internal sealed class ClassifyRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "classify";

    public string Measures => "messages that are read already told apart, people from programs; against finding every line feed of their text";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        InboundMail[] read = [.. mails.Mix.Select(message => InboundMailReader.Read(MailContent.FromOctets(message)))];
        var figures = new Figures(
            Name,
            runner.Run(() => read.Sum(mail => (long)MailClassifier.Classify(mail, null).Kind), () => read.Sum(mail => Scans.LineFeeds(mail.Text))),
            read.Length,
            mails.Mix.Sum(message => (long)message.Length));
        yield return figures.Time("mix");
        yield return figures.Speed("mix");
        yield return figures.Memory("mix");
        yield return figures.Ratio("mix", "line-feed scan");
    }
}
