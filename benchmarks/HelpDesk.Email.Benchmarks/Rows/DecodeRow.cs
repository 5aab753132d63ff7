using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Takes the transfer encoding off attachments.</summary>
internal sealed class DecodeRow : IBenchmarkRow
{
    public string Name => "decode";

    public string Measures => "attachments in base64 of 200 to 800 kB, read through; against finding every line feed";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        MailPart[] files = [.. MailCorpus.MakeOf(MailSort.File, 10).Select(mail => MailReader.Read(mail.Octets).Attachments[0])];
        byte[][] raw = [.. files.Select(Raw)];
        var buffer = new byte[32 * 1024];
        var figures = new Figures(
            Name,
            runner.Run(() => files.Sum(file => Drain(file, buffer)), () => raw.Sum(octets => Scans.LineFeeds(octets))),
            files.Length,
            raw.Sum(octets => (long)octets.Length));
        yield return figures.Speed("base64");
        yield return figures.Time("base64");
        yield return figures.Ratio("base64", "line-feed scan");
        yield return figures.Memory("base64");
    }

    private static long Drain(MailPart file, byte[] buffer)
    {
        using var content = file.OpenContent();
        var total = 0L;
        for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
            total += count;
        return total;
    }

    private static byte[] Raw(MailPart file)
    {
        using var raw = file.OpenRaw();
        var copy = new MemoryStream();
        raw.CopyTo(copy);
        return copy.ToArray();
    }
}
