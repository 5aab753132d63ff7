using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Finds the parts of messages and what each is, and decodes nothing.</summary>
internal sealed class ParseStructureRow(BenchmarkMails mails) : IBenchmarkRow
{
    public string Name => "parse-structure";

    public string Measures => "headers, parts and their types, nothing decoded; against finding every line feed";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var text = Measure(runner, mails.Replies);
        yield return text.Ratio("answers", "line-feed scan", bar: 8, aim: 4);
        yield return text.Time("answers");
        yield return text.Speed("answers");
        yield return text.Memory("answers");
        var mix = Measure(runner, mails.Mix);
        yield return mix.Ratio("mix", "line-feed scan");
        yield return mix.Time("mix");
        yield return mix.Speed("mix");
    }

    private Figures Measure(PairedRunner runner, byte[][] messages) =>
        new(Name, runner.Run(() => messages.Sum(Structure), () => messages.Sum(message => Scans.LineFeeds(message))), messages.Length, messages.Sum(message => (long)message.Length));

    private static long Structure(byte[] message)
    {
        var sum = 0L;
        foreach (var part in MailReader.Read(message).AllParts())
            sum += part.RawLength + part.MediaType.Subtype.Length;
        return sum;
    }
}
