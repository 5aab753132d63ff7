using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Hands 2,000 mails to an SMTP server; against a bare socket that says the same at once.</summary>
internal sealed class SmtpSendRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Mails = 2000;
    private const int Pairs = 5;

    public string Name => "smtp-send";

    public string Measures => "2,000 mails of text, by the wall clock; round trips a mail, and against a bare socket";

    public IEnumerable<Figure> Run(PairedRunner runner) => RunAsync().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Figure>> RunAsync()
    {
        IReadOnlyList<byte[]> some = [.. Enumerable.Range(0, Mails).Select(i => mails.Replies[i % mails.Replies.Length])];
        await using var server = new SmtpStub();
        var before = server.Waits;
        await ServerWork.SendAsync(server.Port, some);
        var waits = server.Waits - before;
        var said = ServerWork.SaidTo(server);
        var pairs = await WallClock.PairsAsync(Pairs, () => ServerWork.SendAsync(server.Port, some), () => BareSocket.DrainAsync(server.Port, said));
        return
        [
            // The octets of a long mail come in several reads: those of the shortest mails are counted.
            new Figure(Name, "round trips a mail", "", Spread.Once(await RoundTripsAsync(server)), Bar: 3.6, Aim: 2),
            new Figure(Name, "reads of the server a mail", "", Spread.Once(waits / (double)Mails)),
            new Figure(Name, "time / bare socket", "x", pairs.Ratio),
            new Figure(Name, "mails a second", "1/s", pairs.Subject.Per(Mails)),
        ];
    }

    // One read takes a short mail whole, so that each wait is a round trip.
    private static async Task<double> RoundTripsAsync(SmtpStub server)
    {
        const int Count = 200;
        var before = server.Waits;
        await ServerWork.SendAsync(server.Port, [.. Enumerable.Repeat("Subject: short\r\n\r\nShort.\r\n"u8.ToArray(), Count)]);

        // Greeting, EHLO and QUIT are those of the connection.
        return (server.Waits - before - 3) / (double)Count;
    }
}
