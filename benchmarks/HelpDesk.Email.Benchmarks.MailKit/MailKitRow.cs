using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Rows;
using HelpDesk.Email.Benchmarks.Servers;

namespace HelpDesk.Email.Benchmarks.MailKit;

/// <summary>Fetches 2,000 mails by IMAP and sends 2,000 by SMTP, by MailKit and by the built-in clients in turns.</summary>
internal sealed class MailKitRow(BenchmarkMails mails)
{
    private const string Row = "MailKit";
    private const int Mails = 2000;
    private const int Pairs = 5;

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var own = new Clients(mail => mail.UseImap().UseSmtp());
        var mailKit = new Clients(mail => mail.UseMailKitImap().UseMailKitSmtp());
        IReadOnlyList<byte[]> some = [.. Enumerable.Range(0, Mails).Select(i => mails.Replies[i % mails.Replies.Length])];
        await using var imap = new ImapStub(mails.Mix, Mails);
        await using var smtp = new SmtpStub();
        return
        [
            .. await CompareAsync("fetch", () => mailKit.FetchAsync(imap.Port, Mails), () => own.FetchAsync(imap.Port, Mails)),
            .. await CompareAsync("send", () => mailKit.SendAsync(smtp.Port, some), () => own.SendAsync(smtp.Port, some)),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> CompareAsync(string work, Func<Task> mailKit, Func<Task> own)
    {
        var (mailKits, owns, ratio) = await WallClock.PairsAsync(Pairs, mailKit, own);
        return
        [
            new Figure(Row, $"{work}: time / built-in", "x", ratio),
            new Figure(Row, $"{work}: mails a second", "1/s", mailKits.Per(Mails)),
            new Figure(Row, $"{work}: mails a second, built-in", "1/s", owns.Per(Mails)),
            new Figure(Row, $"{work}: allocated a mail, server included", "KiB", await AllocatedAsync(mailKit)),
            new Figure(Row, $"{work}: the same, built-in", "KiB", await AllocatedAsync(own)),
        ];
    }

    // The server of ours runs in this process too, and does the same for both.
    private static async Task<Spread> AllocatedAsync(Func<Task> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return Spread.Once((GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / Mails);
    }
}
