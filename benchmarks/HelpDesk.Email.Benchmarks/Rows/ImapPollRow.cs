using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Looks at a folder of 100,000 mails in which nothing is new.</summary>
internal sealed class ImapPollRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Looks = 10;

    public string Name => "imap-poll";

    public string Measures => "round trips of a look that finds nothing, in a folder of 100,000 mails";

    public IEnumerable<Figure> Run(PairedRunner runner) => RunAsync().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = new ImapStub(mails.Mix, 100_000);
        await using var source = ServerWork.Imap(server.Port);
        var cursor = await source.SkipAsync(CancellationToken.None);
        var (waits, fetches) = (server.Waits, 0);
        for (var i = 0; i < Looks; i++)
        {
            await foreach (var mail in source.ReceiveAsync(cursor, ServerWork.All, CancellationToken.None))
            {
                mail.Content.Dispose();
                fetches++;
            }
        }

        return
        [
            new Figure(Name, "round trips a look", "", Spread.Once((server.Waits - waits) / (double)Looks), Bar: 2, Aim: 1),
            new Figure(Name, "mails fetched", "", Spread.Once(fetches), Bar: 0, Aim: 0),
        ];
    }
}
