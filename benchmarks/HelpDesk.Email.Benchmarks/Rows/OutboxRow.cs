using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Delivers 2,000 mails through the outbox on SQLite; beside the transport alone, and a bare socket that says the same at once.</summary>
/// <remarks>One connection each. The outbox commits twice a mail, each durable: that it is begun, and what became of it.</remarks>
internal sealed class OutboxRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Mails = 2000;
    private const int Turns = 3;

    public string Name => "outbox";

    public string Measures => "2,000 mails through the outbox on SQLite, by the wall clock; against the transport alone and a bare socket";

    public IEnumerable<Figure> Run(PairedRunner runner) => RunAsync().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Figure>> RunAsync()
    {
        IReadOnlyList<byte[]> some = [.. Enumerable.Range(0, Mails).Select(i => mails.Replies[i % mails.Replies.Length])];

        // Each has a server of its own, for a connection may stay open between two batches.
        await using var own = new SmtpStub();
        await using var other = new SmtpStub();
        await using var outbox = new OutboxWork(own.Port);
        for (var turn = 0; turn <= Turns; turn++)
        {
            await outbox.FillAsync(some);
        }

        await ServerWork.SendAsync(other.Port, some);
        var said = ServerWork.SaidTo(other);
        var seconds = await WallClock.TurnsAsync(
            Turns, () => outbox.DeliverAsync(Mails), () => ServerWork.SendAsync(other.Port, some), () => BareSocket.DrainAsync(other.Port, said));
        if (await outbox.CountSentAsync() is var sent && sent != Mails * (Turns + 1))
        {
            throw new InvalidOperationException($"Only {sent} mails were sent.");
        }

        return
        [
            new Figure(Name, "time / transport alone", "x", Ratio(seconds[0], seconds[1])),
            new Figure(Name, "time / bare socket", "x", Ratio(seconds[0], seconds[2])),
            new Figure(Name, "transport alone / bare socket", "x", Ratio(seconds[1], seconds[2])),
            new Figure(Name, "mails a second", "1/s", Spread.Of(seconds[0]).Per(Mails)),
        ];
    }

    private static Spread Ratio(double[] ones, double[] others) => Spread.Of([.. ones.Zip(others, (one, other) => one / other)]);
}
