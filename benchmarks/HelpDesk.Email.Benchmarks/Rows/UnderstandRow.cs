using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>All that the engine learns from a message before it decides: every stage, as the tool's <c>explain</c> does it.</summary>
internal sealed class UnderstandRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "understand";

    public string Measures => "messages read, classified, parted and made safe, as `explain` does; against finding every line feed";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var explainer = new MailExplainer(new HelpDeskEmailOptions());
        var mix = mails.Mix;
        var figures = new Figures(
            Name,
            runner.Run(() => mix.Sum(message => Explain(explainer, message)), () => mix.Sum(message => Scans.LineFeeds(message))),
            mix.Length,
            mix.Sum(message => (long)message.Length));
        yield return figures.Time("mix");
        yield return figures.Speed("mix");
        yield return figures.Memory("mix");
        yield return figures.Ratio("mix", "line-feed scan");
    }

    private static long Explain(MailExplainer explainer, byte[] message)
    {
        // Of octets in memory the explanation is there at once.
        var explaining = explainer.ExplainAsync(MailContent.FromOctets(message), MailForm.Message, CancellationToken.None);
        return explaining.AsTask().GetAwaiter().GetResult().Reply.Length;
    }
}
