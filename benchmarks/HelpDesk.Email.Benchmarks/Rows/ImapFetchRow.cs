using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Receives 2,000 mails by IMAP; against a bare socket that says the same and throws the answers away, and over a line of 20 ms.</summary>
internal sealed class ImapFetchRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Mails = 2000;
    private const int Pairs = 7;

    // The runtime compiles twice what runs often; a host runs for days.
    private const int WarmUps = 8;
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(20);

    public string Name => "imap-fetch";

    public string Measures => "2,000 mails into a null sink, by the wall clock; against a bare socket, and at a distance";

    public IEnumerable<Figure> Run(PairedRunner runner) => RunAsync().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = new ImapStub(mails.Mix, Mails);
        await using var far = new SlowLine(server.Port, RoundTrip);
        for (var i = 0; i < WarmUps; i++)
        {
            await FetchAsync(server.Port);
        }

        var said = ServerWork.SaidTo(server);
        var near = await WallClock.PairsAsync(Pairs, () => FetchAsync(server.Port), () => BareSocket.DrainAsync(server.Port, said));
        var distance = await WallClock.PairsAsync(Pairs, () => FetchAsync(far.Port), () => FetchAsync(server.Port));
        return
        [
            // Half as fast as the bare socket is twice its time.
            new Figure(Name, "time / bare socket", "x", near.Ratio, Bar: 1 / 0.5, Aim: 1 / 0.9),
            new Figure(Name, "time at 20 ms / at none", "x", distance.Ratio, Bar: 1 / 0.25, Aim: 1 / 0.6),
            new Figure(Name, "mails a second", "1/s", near.Subject.Per(Mails)),
            new Figure(Name, "mails a second at 20 ms", "1/s", distance.Subject.Per(Mails)),
        ];
    }

    private static async Task FetchAsync(int port)
    {
        if (await ServerWork.FetchAsync(port) is not Mails and var count)
        {
            throw new InvalidOperationException($"{count} mails came instead of {Mails}.");
        }
    }
}
