using System.Globalization;
using System.Text;
using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Crowd;
using HelpDesk.Email.CrashCampaign.Poison;

namespace HelpDesk.Email.CrashCampaign.Reporting;

/// <summary>Writes the page about several workers and about poison from the JSON lines of their campaigns.</summary>
/// <remarks><c>--figures FILE --to docs/reference/reliability-workers.md</c></remarks>
internal static class WorkersReportVerb
{
    private const string Head =
        """
        # Reliability: several workers, and poison

        This page is written by the crash campaign from its own figures. What the promises are is told in [the life of a mail](../concepts/life-of-a-mail.md), how several workers share the work in [workers](../guides/workers.md).


        """;

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var lines = (await File.ReadAllLinesAsync(arguments.Required("figures"), cancellationToken)).Where(line => line.StartsWith('{')).ToList();
        var crowds = lines.Where(line => line.Contains("\"crowd\"", StringComparison.Ordinal)).Select(CrowdFigures.Read).ToList();
        var poisons = lines.Where(line => line.Contains("\"poison\"", StringComparison.Ordinal)).Select(PoisonFigures.Read).ToList();
        var page = new StringBuilder(Head);
        WriteKills(page, [.. crowds.Where(crowd => crowd.Kills + crowd.Pauses > 0)]);
        WriteThroughput(page, [.. crowds.Where(crowd => crowd.Kills + crowd.Pauses == 0)]);
        WritePoison(page, [.. poisons.Where(poison => poison.Pairs is null)]);
        WriteLoss(page, [.. poisons.Where(poison => poison.Pairs is not null)]);
        await File.WriteAllTextAsync(arguments.Required("to"), page.ToString().TrimEnd() + "\n", cancellationToken);
        return 0;
    }

    private static void WriteKills(StringBuilder page, IReadOnlyList<CrowdFigures> crowds)
    {
        page.Append(
            """
            ## Workers that are killed and stopped

            Workers are processes over one PostgreSQL; they read the mailboxes of a Dovecot by IMAP and send to an SMTP server that writes down what it gets. At random moments one of them gets SIGKILL and is started again, or SIGSTOP and later SIGCONT, also after its leases have ended. Then the tables are compared with what lay in the mailboxes. One mail in five answers another, about one in ten comes to two mailboxes. A send that was repeated has the Message-ID that it had. Leases last 10 seconds.

            | date | seed | workers | mailboxes | mails | kills | pauses | of them longer than a lease | lost | doubled | half written | repeated sends |
            |---|---|---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var crowd in crowds)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {crowd.Date} | {crowd.Seed} | {crowd.Workers} | {crowd.Mailboxes} | {crowd.Mails} | {crowd.Kills} | {crowd.Pauses} | {crowd.LongPauses} | {crowd.Lost} | {crowd.Doubled} | {crowd.HalfWritten} | {crowd.RepeatedSends} |\n");
        }

        page.Append("\nThe full campaign: `dotnet run -c Release --project tests/HelpDesk.Email.CrashCampaign -- crowd --workers 4 --mailboxes 20 --mails 20000 --disturb 100000 --seed 8`\n\n");
    }

    private static void WriteThroughput(StringBuilder page, IReadOnlyList<CrowdFigures> crowds)
    {
        if (crowds.Count == 0)
        {
            return;
        }

        page.Append(
            """
            ## Throughput

            The same, and nobody is disturbed: from the first mail that was received to the last that was finished, median of the rounds. Workers, database, Dovecot and the taking server share the processors of one machine; the database does not wait for the disk.

            | date | workers | mailboxes | mails | rounds | mails a second | from | to |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (var group in crowds.GroupBy(crowd => (crowd.Workers, crowd.Mailboxes, crowd.Mails)).OrderBy(group => group.Key))
        {
            var speeds = group.Select(crowd => crowd.MailsPerSecond).Order().ToList();
            page.Append(CultureInfo.InvariantCulture, $"| {group.Last().Date} | {group.Key.Workers} | {group.Key.Mailboxes} | {group.Key.Mails} | {speeds.Count} | {speeds[speeds.Count / 2]:F0} | {speeds[0]:F0} | {speeds[^1]:F0} |\n");
        }

        page.Append("\nThe full campaign: `... crowd --workers 1,2,4 --rounds 3 --mails 5000`\n\n");
    }

    private static void WritePoison(StringBuilder page, IReadOnlyList<PoisonFigures> poisons)
    {
        page.Append(
            """
            ## Poison

            Some mails, one in a hundred in the full campaign, have a word in their subject that a step of the host can't bear: the step throws, hangs and stops when it is told to (Hang), hangs and does not (Spin), overflows the stack (Recurse), or takes a gigabyte under a heap limit of 320 MB (Allocate). A supervisor starts the worker again when it ends; it ends by itself when its health check says that only a restart helps. Afterwards the step is switched off by settings, and what is in quarantine is replayed. How often a step saw a mail has the attempt besides that did not count because others were in work with it.

            | date | mails | poisonous | others that made their ticket | in quarantine | seen by the step | octets identical | replayed to their ticket | restarts | lost | doubled |
            |---|---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var poison in poisons)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {poison.Date} | {poison.Mails} | {poison.Poisonous} | {poison.OthersFinished} | {poison.Quarantined} | {poison.Attempts} | {poison.OctetsIdentical} | {poison.Replayed} | {poison.Restarts} | {poison.Lost} | {poison.Doubled} |\n");
        }

        page.Append("\nThe full campaign: `... poison --mails 2000`\n\n");
    }

    private static void WriteLoss(StringBuilder page, IReadOnlyList<PoisonFigures> poisons)
    {
        if (poisons.Count == 0)
        {
            return;
        }

        page.Append(
            """
            ### What poison costs the others

            The same mails with the step broken and with the step mended, in turns: by how much the last of the harmless ones was later, in percent; the median of the pairs.

            | date | kind | mails | pairs | loss | of each pair |
            |---|---|---|---|---|---|

            """);
        foreach (var poison in poisons)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {poison.Date} | {poison.Kinds} | {poison.Mails} | {poison.Pairs} | {poison.LossPercent:F1} % | {string.Join(", ", (poison.Losses ?? []).Select(loss => loss.ToString("F1", CultureInfo.InvariantCulture)))} |\n");
        }

        page.Append("\nThe full campaign: `... poison --kinds Throw --pairs 7 --mails 2000`\n");
    }
}
